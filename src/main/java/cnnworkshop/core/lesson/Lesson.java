package cnnworkshop.core.lesson;

import java.util.List;

/**
 * A page of the course.
 *
 * @param id its file's name without number and ending, such as {@code pooling}
 * @param title what it is called
 * @param blocks what is on it, in order
 */
public record Lesson(String id, String title, List<Block> blocks) {

  public Lesson {
    blocks = List.copyOf(blocks);
  }
}
