package org.vigie.geodata.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Feature;

/** Everything a reader made of a file. */
public record Reading(Recognition recognition, List<Column> columns, List<ReadRow> rows) {

  public static final LayerCatalog LAYERS = LayerFiles.read();
  public static final Layer INCIDENT = LAYERS.get("incident");

  public static Reading of(ByteSource source, Layer layer, Mapping mapping)
      throws IOException, BadInputException {
    FeatureFormat format = FeatureFormats.recognise(source, mapping);
    try (FeatureReader reader = format.read(source, layer, mapping)) {
      List<ReadRow> rows = new ArrayList<>();
      for (Optional<ReadRow> row = reader.next(); row.isPresent(); row = reader.next()) {
        rows.add(row.get());
      }
      return new Reading(reader.recognition(), reader.columns(), rows);
    }
  }

  public static Reading of(ByteSource source) throws IOException, BadInputException {
    return of(source, INCIDENT, Mapping.NONE);
  }

  public static Reading csv(String text, Mapping mapping) throws IOException, BadInputException {
    return of(TextSource.of("test.csv", text), INCIDENT, mapping.withFormat("csv"));
  }

  public List<Feature> features() {
    return rows.stream().flatMap(r -> r.feature().stream()).toList();
  }

  public List<Fault> faults() {
    return rows.stream().flatMap(r -> r.faults().stream()).toList();
  }

  /** The only feature; fails when there are faults. */
  public Feature only() {
    if (rows.size() != 1 || rows.get(0).feature().isEmpty()) {
      throw new AssertionError("expected one feature, got " + rows);
    }
    return rows.get(0).feature().get();
  }
}
