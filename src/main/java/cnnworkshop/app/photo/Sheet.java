package cnnworkshop.app.photo;

import cnnworkshop.app.control.FaceTile;
import cnnworkshop.core.inspect.JudgedFace;
import java.util.List;

/**
 * Some faces of a table with what the network says of them.
 *
 * @param tiles the faces, in the table's order
 * @param annotated whether the table says of at least one where its points are
 * @param title how many of which table
 * @param line how far the network is off
 * @param passedOver which rows could not be read; empty if all could
 */
public record Sheet(List<FaceTile> tiles, boolean annotated, String title, String line, String passedOver) {

  /** The faces alone. */
  List<JudgedFace> faces() {
    return tiles.stream().map(FaceTile::face).toList();
  }
}
