package org.vigie.geodata.transfer;

import java.io.IOException;
import java.util.List;
import org.vigie.geodata.format.FeatureReader;
import org.vigie.geodata.format.ReadRow;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Feature;

/** Hears of every row of an import as it is decided. */
public interface RowListener {

  /** Hears nothing. */
  RowListener NONE = new RowListener() {};

  /** The file was recognised; rows follow. */
  default void opened(FeatureReader reader) throws IOException {}

  default void accepted(Feature feature) throws IOException {}

  default void refused(ReadRow row, List<Fault> faults) throws IOException {}
}
