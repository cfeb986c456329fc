package org.vigie.geodata.store;

import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Feature;

/**
 * A load under way. A feature whose identity is known replaces the stored one when it brings
 * something new: when it differs from it and from what the last load brought. Else it counts as
 * unchanged, so that an edit made by hand survives the import of the same file. The id of the
 * stored feature stays, and so does its source record when the new one comes without. Closing
 * without commit leaves no trace.
 */
public interface BulkLoad extends AutoCloseable {

  /** Takes one feature; memory does not grow with the number of features. */
  void add(Feature feature) throws BadInputException;

  /** What a commit would do now, without doing it. Features may be added afterwards. */
  Batch.Counts preview();

  /**
   * Makes everything added visible in one transaction. Of several features with one identity the
   * last one added counts.
   *
   * @throws BadInputException when the database refuses a feature; nothing is kept then
   */
  Batch commit() throws BadInputException;

  @Override
  void close();
}
