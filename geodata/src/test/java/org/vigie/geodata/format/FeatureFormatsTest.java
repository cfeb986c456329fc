package org.vigie.geodata.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.geodata.layer.FeatureCheck;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.Provenance;

/** What holds for every format of the list and every layer that ships. */
class FeatureFormatsTest {

  /** What a file says of itself is no part of its table, whatever it says. */
  private static final FileHead HEAD =
      new FileHead(
          Map.of("title", "=cmd|'/C calc'!A0, \"quoted\"; a\nline\r\n# b\tc", "filter", "x = ','"));

  private static final long SEED = 7;

  static Stream<Arguments> everyWritableFormatAndLayer() {
    return FeatureFormats.listWritable().stream()
        .flatMap(f -> Reading.LAYERS.list().stream().map(l -> Arguments.of(f.name(), l.name())));
  }

  @ParameterizedTest
  @MethodSource("everyWritableFormatAndLayer")
  void whatIsWrittenIsReadBackTheSame(String formatName, String layerName) throws Exception {
    WritableFormat format = FeatureFormats.findWritable(formatName).orElseThrow();
    Layer layer = Reading.LAYERS.get(layerName);
    RandomFeatures random = new RandomFeatures(layer, SEED);
    List<Feature> features = new ArrayList<>();
    FeatureCheck check = new FeatureCheck(layer, Clock.systemUTC());
    for (int i = 0; i < 200; i++) {
      Feature feature = random.next();
      assertThat(check.faults(feature)).as("seed %d, feature %d", SEED, i).isEmpty();
      features.add(feature);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (FeatureWriter writer = format.write(out, layer, HEAD)) {
      for (Feature feature : features) {
        writer.write(feature);
      }
    }

    ByteSource file = new TextSource("file." + format.extensions().get(0), out.toByteArray());
    Reading reading = Reading.of(file, layer, Mapping.NONE);

    assertThat(reading.recognition().format()).isEqualTo(formatName);
    assertThat(reading.faults()).isEmpty();
    assertThat(reading.features()).hasSize(features.size());
    for (int i = 0; i < features.size(); i++) {
      assertThat(content(reading.features().get(i)))
          .as("seed %d, feature %d of %s as %s", SEED, i, layerName, formatName)
          .isEqualTo(content(features.get(i)));
    }
  }

  @ParameterizedTest
  @MethodSource("everyWritableFormatAndLayer")
  void anEmptySelectionIsAWholeDocument(String formatName, String layerName) throws Exception {
    WritableFormat format = FeatureFormats.findWritable(formatName).orElseThrow();
    Layer layer = Reading.LAYERS.get(layerName);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    format.write(out, layer).close();

    Reading reading = Reading.of(new TextSource("file", out.toByteArray()), layer, Mapping.NONE);

    assertThat(reading.rows()).isEmpty();
  }

  @Test
  void everyFormatHasANameOfItsOwn() {
    assertThat(FeatureFormats.list()).extracting(FeatureFormat::name).doesNotHaveDuplicates();
    assertThat(FeatureFormats.list())
        .allSatisfy(f -> assertThat(FeatureFormats.find(f.name())).isEqualTo(Optional.of(f)));
  }

  @Test
  void whatNobodyKnowsIsRefusedWithTheChoices() {
    assertThatThrownBy(() -> Reading.of(TextSource.of("a.txt", "hello\n")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("geojson, ucdp-ged, acled, csv");
    assertThatThrownBy(() -> Reading.of(new TextSource("a.xlsx", new byte[] {'P', 'K', 3, 4, 0})))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("workbook");
  }

  /** All that a feature says, without what the store adds and the source record. */
  private static List<Object> content(Feature feature) {
    Provenance provenance = feature.provenance();
    return Stream.of(
            String.valueOf(feature.geometry()),
            String.valueOf(feature.validTime()),
            String.valueOf(feature.timePrecision()),
            String.valueOf(feature.locationClass()),
            String.valueOf(feature.radiusMetres()),
            feature.classification(),
            feature.properties(),
            provenance.sourceSystem(),
            String.valueOf(provenance.sourceId()))
        .toList();
  }
}
