package cnnworkshop.app.shell;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;

/**
 * One tab of the window.
 *
 * @param id its name in settings and after {@code --tab}, lower case
 * @param name what a person reads
 * @param icon beside the name
 * @param content makes what it shows; called once, when the tab is first shown
 * @param keys makes what keys do in it, for the overview; called when that is opened
 */
public record ShellTab(String id, String name, Ikon icon, Supplier<Node> content, Supplier<List<KeyHint>> keys) {

  /**
   * A line of the overview of keys.
   *
   * @param keys what to press, such as "Ctrl+O"
   * @param what what happens then
   */
  public record KeyHint(String keys, String what) {}
}
