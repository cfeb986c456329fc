package org.vigie.geodata.format.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.vigie.geodata.format.Column;
import org.vigie.geodata.format.FeatureReader;
import org.vigie.geodata.format.ReadRow;
import org.vigie.geodata.format.Recognition;
import org.vigie.geodata.format.value.FeatureAssembly;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.model.Provenance;

/**
 * Reads a dataset with known columns: row by row into a feature by the dataset's own rule, with all
 * columns kept in provenance as they stood.
 */
public final class RecordReader implements FeatureReader {

  /** The rule of one dataset. */
  public interface Rule {

    /** Fills a feature from a record; what is wrong becomes faults of the feature. */
    void apply(TableRecord record, FeatureAssembly feature);

    /** What each column fills. */
    Map<String, String> targets();

    /** Name of the system that named the records. */
    String sourceSystem();
  }

  private final TableText text;
  private final TableReader rows;
  private final TableHeader header;
  private final Map<String, Integer> places = new LinkedHashMap<>();
  private final Layer layer;
  private final Rule rule;
  private final Recognition recognition;

  /**
   * @param header names of the columns as the file has them
   * @param spelling from a name of the file to the dataset's
   * @param skipFirst whether the first record is the header
   */
  public RecordReader(
      TableText text,
      TableHeader header,
      UnaryOperator<String> spelling,
      boolean skipFirst,
      Layer layer,
      Rule rule,
      Recognition recognition)
      throws IOException, BadInputException {
    this.text = text;
    this.header = header;
    this.layer = layer;
    this.rule = rule;
    this.recognition = recognition;
    for (int i = 0; i < header.width(); i++) {
      places.putIfAbsent(spelling.apply(header.names().get(i)), i);
    }
    this.rows = text.open();
    if (skipFirst) {
      rows.next();
    }
  }

  @Override
  public Recognition recognition() {
    return recognition;
  }

  @Override
  public List<Column> columns() {
    Map<Integer, String> names = new LinkedHashMap<>();
    places.forEach((name, place) -> names.put(place, name));
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < header.width(); i++) {
      Optional<String> target = Optional.ofNullable(names.get(i)).map(rule.targets()::get);
      columns.add(new Column(header.names().get(i), target));
    }
    return columns;
  }

  @Override
  public List<String> header() {
    return header.names();
  }

  @Override
  public Optional<ReadRow> next() throws IOException, BadInputException {
    return rows.next().map(this::read);
  }

  private ReadRow read(TableRow row) {
    if (row.cells().size() != header.width()) {
      return refused(row, List.of(header.widthFault(row)));
    }
    FeatureAssembly feature = new FeatureAssembly(layer);
    rule.apply(new TableRecord(row, places), feature);
    Optional<Feature> built =
        feature.build(new Provenance(rule.sourceSystem(), null, null, header.original(row)));
    return built
        .map(f -> ReadRow.of(row.line(), row.cells(), f))
        .orElseGet(() -> refused(row, feature.faults()));
  }

  private ReadRow refused(TableRow row, List<Fault> faults) {
    List<Fault> placed = new ArrayList<>();
    faults.forEach(f -> placed.add(f.at(text.source().name(), row.line())));
    return ReadRow.refused(row.line(), row.cells(), placed);
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }

  /** Refuses a layer whose properties a rule does not fill. */
  public static void requireIncidents(String format, Layer layer) throws BadInputException {
    if (layer.findProperty("type").isEmpty() || layer.findProperty("killed_best").isEmpty()) {
      throw new BadInputException(
          Fault.of(
              null,
              Message.of(
                  "{format} holds incidents, not features of layer {layer}", format, layer.name()),
              "Import it into layer incident, or name the format csv and give a mapping"));
    }
  }
}
