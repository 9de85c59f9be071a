package cnnworkshop.core.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A file for ImageIO's readers, read through a channel. ImageIO's own streams go through {@code java.io.File}, which
 * can't open every name a {@link Path} can: names beyond ASCII in a plain C locale, for one.
 */
final class ChannelImageInputStream extends ImageInputStreamImpl {

  private static final int BUFFER_BYTES = 1 << 16;

  private final SeekableByteChannel channel;
  /** The bytes from {@link #bufferStart} on; its limit says how many there are. */
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).limit(0);
  private long bufferStart;

  ChannelImageInputStream(Path file) throws IOException {
    channel = Files.newByteChannel(file);
  }

  @Override
  public int read() throws IOException {
    checkClosed();
    bitOffset = 0;
    if (!fill()) {
      return -1;
    }
    streamPos++;
    return buffer.get() & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    checkClosed();
    bitOffset = 0;
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int n = Math.min(length, buffer.remaining());
    buffer.get(bytes, offset, n);
    streamPos += n;
    return n;
  }

  @Override
  public long length() {
    try {
      checkClosed();
      return channel.size();
    } catch (IOException e) {
      // ImageIO's way to say "unknown".
      return -1;
    }
  }

  @Override
  public void close() throws IOException {
    super.close();
    channel.close();
  }

  /** Makes the buffer stand at {@code streamPos} with at least one byte left; false at the file's end. */
  private boolean fill() throws IOException {
    if (streamPos < bufferStart || streamPos >= bufferStart + buffer.limit()) {
      bufferStart = streamPos;
      channel.position(streamPos);
      buffer.clear();
      int n = channel.read(buffer);
      buffer.flip();
      return n > 0;
    }
    buffer.position((int) (streamPos - bufferStart));
    return true;
  }
}
