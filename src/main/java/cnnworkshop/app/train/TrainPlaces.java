package cnnworkshop.app.train;

import cnnworkshop.app.support.Messages;
import cnnworkshop.core.image.Photo;
import java.util.concurrent.Executor;

/** What the tab asks of the window and the operating system. */
public interface TrainPlaces {

  /** Asks for folders and files of pictures. */
  Places data();

  /** Asks where to put what is exported. */
  RunPlaces runs();

  /** Tells a person something. */
  Messages messages();

  /** Draws pictures and writes files beside the window's thread. */
  Executor background();

  /** Shows a picture in the Photo tab. */
  void openPhoto(Photo photo);
}
