package cnnworkshop.app.reuse;

import cnnworkshop.app.train.Places;
import cnnworkshop.app.train.RunPlaces;
import cnnworkshop.core.net.NetworkSpec;
import javafx.scene.image.WritableImage;

/** What the tab asks of the window and the operating system. */
public interface ReusePlaces {

  /** Asks for folders and files of pictures. */
  Places data();

  /** Asks where to write. */
  RunPlaces files();

  /** Puts a picture on the clipboard. */
  void copy(WritableImage picture);

  /** Takes a network's layers to the Train tab, where they can be changed and trained from nothing. */
  void openInTrain(NetworkSpec layers);
}
