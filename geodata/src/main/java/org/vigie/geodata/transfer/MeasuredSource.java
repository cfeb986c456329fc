package org.vigie.geodata.transfer;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.vigie.geodata.format.ByteSource;

/** A source whose reading is seen as progress. */
final class MeasuredSource implements ByteSource {

  private final ByteSource source;
  private final ImportProgress progress;

  MeasuredSource(ByteSource source, ImportProgress progress) {
    this.source = source;
    this.progress = progress;
  }

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public long size() throws IOException {
    return source.size();
  }

  @Override
  public InputStream open() throws IOException {
    progress.rewind();
    return new FilterInputStream(source.open()) {
      @Override
      public int read() throws IOException {
        int one = super.read();
        progress.read(one < 0 ? 0 : 1);
        return one;
      }

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        if (progress.isStopped()) {
          throw new ImportStoppedException();
        }
        int n = super.read(into, offset, length);
        progress.read(Math.max(0, n));
        return n;
      }
    };
  }
}
