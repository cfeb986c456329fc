package org.vigie.geodata.format.geojson;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.geodata.format.Column;
import org.vigie.geodata.format.FeatureReader;
import org.vigie.geodata.format.ReadRow;
import org.vigie.geodata.format.Recognition;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;

/** Records of a GeoJSON file as features of a layer. */
final class GeoJsonReader implements FeatureReader {

  private final GeoJsonRecords records;
  private final GeoJsonFeatures features;
  private final Recognition recognition;
  private final String file;

  GeoJsonReader(
      GeoJsonRecords records, GeoJsonFeatures features, Recognition recognition, String file) {
    this.records = records;
    this.features = features;
    this.recognition = recognition;
    this.file = file;
  }

  @Override
  public Recognition recognition() {
    return recognition;
  }

  @Override
  public List<Column> columns() {
    return features.columns();
  }

  @Override
  public List<String> header() {
    return List.of("feature");
  }

  @Override
  public Optional<ReadRow> next() throws IOException, BadInputException {
    Optional<GeoJsonRecords.Item> item = records.next();
    return item.map(this::row);
  }

  private ReadRow row(GeoJsonRecords.Item item) {
    if (item.node().isEmpty()) {
      return ReadRow.refused(item.line(), List.of(item.text()), at(item.line(), item.faults()));
    }
    JsonNode node = item.node().get();
    GeoJsonFeatures.Result result = features.read(node);
    return result
        .feature()
        .map(feature -> ReadRow.of(item.line(), new TextOnDemand(node), feature))
        .orElseGet(
            () ->
                ReadRow.refused(
                    item.line(), new TextOnDemand(node), at(item.line(), result.faults())));
  }

  private List<Fault> at(long line, List<Fault> faults) {
    List<Fault> placed = new ArrayList<>();
    faults.forEach(f -> placed.add(f.at(file, line)));
    return placed;
  }

  @Override
  public void close() throws IOException {
    records.close();
  }

  /** Most rows are never given back, so their text is only made when somebody asks. */
  private static final class TextOnDemand extends AbstractList<String> {

    private final JsonNode node;

    TextOnDemand(JsonNode node) {
      this.node = node;
    }

    @Override
    public String get(int index) {
      return node.toString();
    }

    @Override
    public int size() {
      return 1;
    }
  }
}
