package org.vigie.geodata.format;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.vigie.geodata.model.BadInputException;

/** Features out of one file, one at a time; memory does not grow with the size of the file. */
public interface FeatureReader extends AutoCloseable {

  Recognition recognition();

  /** Where the columns go; a format without a header knows those it has met so far. */
  List<Column> columns();

  /** Names of the cells of a row, so that refused rows can be given back as they came. */
  List<String> header();

  /**
   * The next record; empty after the last.
   *
   * @throws BadInputException when the rest of the file cannot be read
   */
  Optional<ReadRow> next() throws IOException, BadInputException;

  @Override
  void close() throws IOException;
}
