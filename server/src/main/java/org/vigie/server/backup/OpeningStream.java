package org.vigie.server.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/** Decrypts and authenticates a chunk before it gives a byte of it. */
final class OpeningStream extends InputStream {

  private final PushbackInputStream in;
  private final Envelope envelope;
  private byte[] plain = new byte[0];
  private int position;
  private boolean last;

  OpeningStream(InputStream in, BackupKey key) throws IOException {
    this.in = new PushbackInputStream(in, 1);
    this.envelope = Envelope.open(this.in, key);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    while (position == plain.length) {
      if (last) {
        return -1;
      }
      next();
    }
    int part = Math.min(length, plain.length - position);
    System.arraycopy(plain, position, bytes, offset, part);
    position += part;
    return part;
  }

  private void next() throws IOException {
    byte[] sealed = in.readNBytes(Envelope.CHUNK + Envelope.TAG);
    int following = in.read();
    last = following < 0;
    if (!last) {
      in.unread(following);
    }
    plain = envelope.decrypt(sealed, sealed.length, last);
    position = 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
