package org.vigie.geodata.format.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.geodata.format.Column;
import org.vigie.geodata.format.CommonColumn;
import org.vigie.geodata.format.FeatureReader;
import org.vigie.geodata.format.Mapping;
import org.vigie.geodata.format.ReadRow;
import org.vigie.geodata.format.Recognition;
import org.vigie.geodata.format.table.FormulaGuard;
import org.vigie.geodata.format.table.TableHeader;
import org.vigie.geodata.format.table.TableReader;
import org.vigie.geodata.format.table.TableRow;
import org.vigie.geodata.format.table.TableText;
import org.vigie.geodata.format.value.FeatureAssembly;
import org.vigie.geodata.format.value.Identity;
import org.vigie.geodata.format.value.Styles;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.Provenance;

/** Rows of a text table as features. */
final class CsvFeatureReader implements FeatureReader {

  private final TableText text;
  private final TableReader rows;
  private final CsvColumns columns;
  private final CsvProfile profile;
  private final Layer layer;
  private final Mapping mapping;
  private final Identity identity;

  CsvFeatureReader(
      TableText text, CsvColumns columns, CsvProfile profile, Layer layer, Mapping mapping)
      throws IOException, BadInputException {
    this.text = text;
    this.columns = columns;
    this.profile = profile;
    this.layer = layer;
    this.mapping = mapping;
    this.identity = new Identity(layer, mapping);
    this.rows = text.open();
    if (mapping.header()) {
      rows.next();
    }
  }

  @Override
  public Recognition recognition() {
    Map<String, String> details = new LinkedHashMap<>(profile.details());
    details.put("identity", identity.description());
    return new Recognition("csv", "CSV table", details);
  }

  @Override
  public List<Column> columns() {
    return columns.columns();
  }

  @Override
  public List<String> header() {
    return columns.header().names();
  }

  @Override
  public Optional<ReadRow> next() throws IOException, BadInputException {
    Optional<TableRow> row = rows.next();
    return row.isEmpty() ? Optional.empty() : Optional.of(read(row.get()));
  }

  private ReadRow read(TableRow row) {
    TableHeader header = columns.header();
    if (row.cells().size() != header.width()) {
      return refused(row, List.of(header.widthFault(row)));
    }
    FeatureAssembly feature = new FeatureAssembly(layer);
    for (int i = 0; i < header.width(); i++) {
      Optional<String> target = columns.columns().get(i).target();
      if (target.isPresent()) {
        put(feature, target.get(), header.names().get(i), row.cells().get(i), i);
      }
    }
    mapping
        .constants()
        .forEach((target, value) -> feature.put(target, target, value, Styles.PLAIN));
    Map<String, String> original = header.original(row);
    boolean ours = CommonColumn.isOurs(header.names());
    identity.complete(
        feature, original, ours ? Optional.ofNullable(original.get("id")) : Optional.empty());
    Map<String, String> kept = ours ? Map.of() : original;
    Optional<Feature> built = feature.build(new Provenance(Identity.FILE, null, null, kept));
    return built
        .map(f -> ReadRow.of(row.line(), row.cells(), f))
        .orElseGet(() -> refused(row, feature.faults()));
  }

  private void put(FeatureAssembly feature, String target, String name, String cell, int column) {
    String value = FormulaGuard.restore(cell);
    Map<String, String> words = mapping.values().getOrDefault(target, Map.of());
    feature.put(
        target,
        name,
        words.getOrDefault(value.strip(), value),
        words.containsKey(value.strip()) ? Styles.PLAIN : profile.styles().get(column));
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
}
