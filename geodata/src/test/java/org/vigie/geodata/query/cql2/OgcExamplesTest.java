package org.vigie.geodata.query.cql2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.geodata.query.Filter;
import org.vigie.geodata.testing.SharedData;

/** Every example of the standard, in both encodings. */
class OgcExamplesTest {

  static Stream<Path> texts() throws IOException {
    return files("text");
  }

  static Stream<Path> jsons() throws IOException {
    return files("json");
  }

  private static Stream<Path> files(String encoding) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(SharedData.get("cql2/ogc-examples/" + encoding))) {
      files = all.sorted().toList();
    }
    assertThat(files).hasSizeGreaterThan(100);
    return files.stream();
  }

  @Test
  void thereAreAsManyExamplesAsTheStandardHas() throws IOException {
    assertThat(texts().count() + jsons().count()).isEqualTo(229);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void aTextExampleReadsAndReadsBackFromBothEncodings(Path file) throws Exception {
    readsBack(Cql2Text.parse(Files.readString(file)));
  }

  @ParameterizedTest
  @MethodSource("jsons")
  void aJsonExampleReadsAndReadsBackFromBothEncodings(Path file) throws Exception {
    readsBack(Cql2Json.parse(Files.readString(file)));
  }

  @ParameterizedTest
  @MethodSource("jsons")
  void theTextOfAJsonExampleIsTheSameFilter(Path file) throws Exception {
    String name = file.getFileName().toString().replace(".json", "");
    Path text = file.resolveSibling("../text/" + name + ".txt");
    Filter fromText = Cql2Text.parse(Files.readString(text));
    Filter fromJson = Cql2Json.parse(Files.readString(file));
    assertThat(fromText).isEqualTo(fromJson);
  }

  private static void readsBack(Filter filter) throws Exception {
    assertThat(Cql2Text.parse(Cql2Text.print(filter))).isEqualTo(filter);
    assertThat(Cql2Json.parse(Cql2Json.print(filter).toString())).isEqualTo(filter);
  }
}
