package org.vigie.geodata.format;

import java.util.List;
import java.util.Optional;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Feature;

/**
 * One record of a file: a feature, or the faults that keep it from being one.
 *
 * @param line first line of the record, counted from 1
 * @param cells the record as it stood, one cell for each column of the reader's header
 */
public record ReadRow(
    long line, List<String> cells, Optional<Feature> feature, List<Fault> faults) {

  public static ReadRow of(long line, List<String> cells, Feature feature) {
    return new ReadRow(line, cells, Optional.of(feature), List.of());
  }

  public static ReadRow refused(long line, List<String> cells, List<Fault> faults) {
    return new ReadRow(line, cells, Optional.empty(), List.copyOf(faults));
  }
}
