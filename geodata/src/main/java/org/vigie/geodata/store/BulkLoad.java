package org.vigie.geodata.store;

import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Feature;

/**
 * A load under way. A feature whose identity is known replaces the stored one when anything differs
 * and counts as unchanged when nothing does; the id of the stored feature stays. Closing without
 * commit leaves no trace.
 */
public interface BulkLoad extends AutoCloseable {

  /** Takes one feature; memory does not grow with the number of features. */
  void add(Feature feature) throws BadInputException;

  /** What a commit would do now, without doing it. */
  Batch.Counts preview();

  Batch commit();

  @Override
  void close();
}
