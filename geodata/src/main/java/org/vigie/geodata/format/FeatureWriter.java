package org.vigie.geodata.format;

import java.io.IOException;
import org.vigie.geodata.model.Feature;

/**
 * Features into one stream, one at a time. Closing finishes the document and flushes; it leaves the
 * stream open, since that belongs to the caller.
 */
public interface FeatureWriter extends AutoCloseable {

  void write(Feature feature) throws IOException;

  @Override
  void close() throws IOException;
}
