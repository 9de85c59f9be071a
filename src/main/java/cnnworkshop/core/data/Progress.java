package cnnworkshop.core.data;

/** Is told how far a longer piece of work is, often and on the thread that does it. */
@FunctionalInterface
public interface Progress {

  /** Nobody wants to know. */
  Progress UNSEEN = (done, total) -> {};

  /**
   * @param done how much is done, 0..total, in bytes, pictures or whatever the work consists of
   * @param total how much there is to do
   */
  void at(long done, long total);
}
