package cnnworkshop.app.shell;

import cnnworkshop.core.net.ShippedModels;
import java.nio.file.Path;
import java.util.List;

/** What the window's frame asks of the tabs. */
public interface ShellActions {

  /** Opens pictures, or what holds some: the first usable one is shown. Failures are told by whoever implements this. */
  void openPictures(List<Path> files);

  /** Makes a model file the loaded network. */
  void openNetwork(Path file);

  /** Makes a network that ships with the program the loaded one. */
  void openShipped(ShippedModels.Model model);
}
