package org.vigie.server.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import org.vigie.geodata.model.Message;

/** A body that must keep coming: whoever sends a byte now and then does not hold a thread. */
final class PacedBody extends FilterInputStream {

  private static final long NANOS = 1_000_000_000;

  private final LongSupplier nanoTime;
  private final long begin;
  private long received;

  PacedBody(InputStream in, LongSupplier nanoTime) {
    super(in);
    this.nanoTime = nanoTime;
    this.begin = nanoTime.getAsLong();
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    if (read >= 0) {
      count(1);
    }
    return read;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    if (read > 0) {
      count(read);
    }
    return read;
  }

  private void count(int more) {
    received += more;
    long seconds = (nanoTime.getAsLong() - begin) / NANOS - HttpLimits.BODY_GRACE.toSeconds();
    if (seconds > 0 && received < seconds * HttpLimits.BODY_BYTES_PER_SECOND) {
      throw ProblemException.of(
          408,
          "Request Timeout",
          Message.of(
              "The body came in at less than {bodyBytesPerSecond} bytes a second. Send it again on"
                  + " a better line, or in smaller parts.",
              HttpLimits.BODY_BYTES_PER_SECOND));
    }
  }
}
