package org.vigie.geodata.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicLong;
import org.vigie.geodata.format.FeatureWriter;
import org.vigie.geodata.format.WritableFormat;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.Corrections;
import org.vigie.geodata.store.FeatureStore;

/** Takes features out of the store into a stream, one at a time from one snapshot. */
public final class Exporter {

  private final FeatureStore store;

  public Exporter(FeatureStore store) {
    this.store = store;
  }

  /**
   * Writes every match in the query's order as one document.
   *
   * @param out flushed, not closed
   * @return how many features were written
   */
  public long write(FeatureQuery query, WritableFormat format, OutputStream out)
      throws IOException {
    AtomicLong count = new AtomicLong();
    Corrections corrections = Corrections.of(store, query.layer());
    try (FeatureWriter writer = format.write(out, Corrections.declared(query.layer()))) {
      store.forEach(
          query,
          feature -> {
            try {
              writer.write(corrections.mark(feature));
              count.incrementAndGet();
            } catch (IOException failed) {
              throw new UncheckedIOException(failed);
            }
          });
    } catch (UncheckedIOException failed) {
      throw broken(failed);
    }
    out.flush();
    return count.get();
  }

  private static IOException broken(UncheckedIOException failed) {
    IOException cause = failed.getCause();
    return cause == null ? new IOException(failed) : cause;
  }
}
