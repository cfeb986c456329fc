package org.vigie.geodata.format;

import java.io.IOException;
import java.util.List;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.BadInputException;

/** A way of keeping features in a file, for reading. */
public interface FeatureFormat {

  /** Word in commands and addresses, for example {@code ucdp-ged}. */
  String name();

  /** The format in words. */
  String label();

  /** Endings of file names, without the dot; the first is the one we write. */
  List<String> extensions();

  /** Whether the beginning of a file is this format's. */
  boolean claims(Head head);

  /**
   * Opens a file; the caller closes the reader.
   *
   * @param mapping what the user declared; {@link Mapping#NONE} to detect everything
   * @throws BadInputException when the file is not of this format, cannot fill the layer, or leaves
   *     something open that only a declaration can settle
   */
  FeatureReader read(ByteSource source, Layer layer, Mapping mapping)
      throws IOException, BadInputException;
}
