package org.vigie.geodata.basemap;

import java.io.IOException;
import java.util.Optional;
import org.vigie.geodata.model.BadInputException;

/** The features of a file, one at a time. */
public interface FeatureSource extends AutoCloseable {

  /**
   * The next; empty after the last. What has no geometry is passed over.
   *
   * @throws BadInputException when one cannot be read: with where and how to mend
   */
  Optional<SourceFeature> next() throws IOException, BadInputException;

  /** How much of the file has been read, 0 to 1, roughly. */
  double done();

  @Override
  void close() throws IOException;
}
