package org.vigie.geodata.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One target for each parser that Jazzer drives by the code its input reaches: {@code ./vigie
 * fuzz}. In the normal build each reads its seeds, and what was once found.
 */
class ParserFuzzTest {

  @MethodSource("cql2TextSeeds")
  @FuzzTest
  void cql2Text(byte[] input) throws IOException {
    read("cql2-text", input);
  }

  static Stream<Arguments> cql2TextSeeds() {
    return seeds("cql2-text");
  }

  @MethodSource("cql2JsonSeeds")
  @FuzzTest
  void cql2Json(byte[] input) throws IOException {
    read("cql2-json", input);
  }

  static Stream<Arguments> cql2JsonSeeds() {
    return seeds("cql2-json");
  }

  @MethodSource("ecqlSeeds")
  @FuzzTest
  void ecql(byte[] input) throws IOException {
    read("ecql", input);
  }

  static Stream<Arguments> ecqlSeeds() {
    return seeds("ecql");
  }

  @MethodSource("csvSeeds")
  @FuzzTest
  void csv(byte[] input) throws IOException {
    read("csv", input);
  }

  static Stream<Arguments> csvSeeds() {
    return seeds("csv");
  }

  @MethodSource("geojsonSeeds")
  @FuzzTest
  void geojson(byte[] input) throws IOException {
    read("geojson", input);
  }

  static Stream<Arguments> geojsonSeeds() {
    return seeds("geojson");
  }

  @MethodSource("ucdpGedSeeds")
  @FuzzTest
  void ucdpGed(byte[] input) throws IOException {
    read("ucdp-ged", input);
  }

  static Stream<Arguments> ucdpGedSeeds() {
    return seeds("ucdp-ged");
  }

  @MethodSource("acledSeeds")
  @FuzzTest
  void acled(byte[] input) throws IOException {
    read("acled", input);
  }

  static Stream<Arguments> acledSeeds() {
    return seeds("acled");
  }

  @MethodSource("unknownFileSeeds")
  @FuzzTest
  void unknownFile(byte[] input) throws IOException {
    read("unknown-file", input);
  }

  static Stream<Arguments> unknownFileSeeds() {
    return seeds("unknown-file");
  }

  @MethodSource("mappingFileSeeds")
  @FuzzTest
  void mappingFile(byte[] input) throws IOException {
    read("mapping-file", input);
  }

  static Stream<Arguments> mappingFileSeeds() {
    return seeds("mapping-file");
  }

  @MethodSource("layerFileSeeds")
  @FuzzTest
  void layerFile(byte[] input) throws IOException {
    read("layer-file", input);
  }

  static Stream<Arguments> layerFileSeeds() {
    return seeds("layer-file");
  }

  @MethodSource("coordinatesSeeds")
  @FuzzTest
  void coordinates(byte[] input) throws IOException {
    read("coordinates", input);
  }

  static Stream<Arguments> coordinatesSeeds() {
    return seeds("coordinates");
  }

  @MethodSource("locationTextSeeds")
  @FuzzTest
  void locationText(byte[] input) throws IOException {
    read("location-text", input);
  }

  static Stream<Arguments> locationTextSeeds() {
    return seeds("location-text");
  }

  @MethodSource("mgrsSeeds")
  @FuzzTest
  void mgrs(byte[] input) throws IOException {
    read("mgrs", input);
  }

  static Stream<Arguments> mgrsSeeds() {
    return seeds("mgrs");
  }

  @MethodSource("referenceSystemSeeds")
  @FuzzTest
  void referenceSystem(byte[] input) throws IOException {
    read("reference-system", input);
  }

  static Stream<Arguments> referenceSystemSeeds() {
    return seeds("reference-system");
  }

  @MethodSource("cursorSeeds")
  @FuzzTest
  void cursor(byte[] input) throws IOException {
    read("cursor", input);
  }

  static Stream<Arguments> cursorSeeds() {
    return seeds("cursor");
  }

  private static void read(String parser, byte[] input) throws IOException {
    if (input != null) {
      Parsers.get(parser).reads(input);
    }
  }

  private static Stream<Arguments> seeds(String parser) {
    return Parsers.get(parser).seeds().stream().map(Arguments::of);
  }
}
