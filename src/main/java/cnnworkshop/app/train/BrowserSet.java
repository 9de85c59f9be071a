package cnnworkshop.app.train;

import cnnworkshop.core.data.Augmentation;
import java.util.List;
import java.util.random.RandomGenerator;

/** Pictures to look at, in groups. Immutable. */
interface BrowserSet {

  /** How many pictures there are. */
  int size();

  /** The names of the groups, each picture in one of them. */
  List<String> groups();

  /** The group of a picture. */
  int groupOf(int picture);

  /** A picture as it is. */
  BrowserPicture picture(int picture);

  /** A picture as an augmentation changes it; as it is, if the augmentation is of another kind of picture. */
  BrowserPicture changed(int picture, Augmentation augmentation, RandomGenerator random);
}
