package org.vigie.server.backup;

import java.io.IOException;
import java.io.OutputStream;

/** Encrypts what is written, a chunk at a time; only a closed stream is a whole backup. */
final class SealingStream extends OutputStream {

  private final OutputStream out;
  private final Envelope envelope;
  private final byte[] buffer = new byte[Envelope.CHUNK];
  private int filled;
  private boolean closed;

  SealingStream(OutputStream out, BackupKey key) throws IOException {
    this.out = out;
    this.envelope = Envelope.seal(key);
    out.write(envelope.head());
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int done = 0;
    while (done < length) {
      if (filled == buffer.length) {
        out.write(envelope.encrypt(buffer, filled, false));
        filled = 0;
      }
      int part = Math.min(length - done, buffer.length - filled);
      System.arraycopy(bytes, offset + done, buffer, filled, part);
      filled += part;
      done += part;
    }
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      out.write(envelope.encrypt(buffer, filled, true));
      out.close();
    }
  }
}
