package org.vigie.geodata.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The values that the page is held to as well: both must say the same reference of a place. */
class MgrsTest {

  @Test
  void aPlaceHasTheReferenceThatThePageSays() throws IOException {
    List<String[]> values = values();
    assertThat(values).hasSizeGreaterThanOrEqualTo(90);
    for (String[] value : values) {
      LonLat place = new LonLat(Double.parseDouble(value[0]), Double.parseDouble(value[1]));
      assertThat(Mgrs.format(place)).as("%s", place).isEqualTo(value[2]);
    }
  }

  private static List<String[]> values() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(MgrsTest.class.getResourceAsStream("mgrs.csv"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(",", -1))
          .toList();
    }
  }
}
