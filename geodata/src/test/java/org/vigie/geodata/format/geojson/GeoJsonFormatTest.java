package org.vigie.geodata.format.geojson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vigie.geodata.format.Reading.INCIDENT;
import static org.vigie.geodata.format.Reading.LAYERS;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.io.WKTReader;
import org.vigie.geodata.format.Mapping;
import org.vigie.geodata.format.Reading;
import org.vigie.geodata.format.TextSource;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Feature;

class GeoJsonFormatTest {

  private static final String PROPERTIES =
      "\"properties\":{\"type\":\"RIOTS\",\"valid_from\":\"2026-01-02\",\"killed_best\":\"3\","
          + "\"weapon\":[\"IED\",\"Grenade\"],\"note\":{\"a\":1}}";
  private static final String PLACE = "[-20.5,-10.25,99]";
  private static final String FEATURE =
      "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":"
          + PLACE
          + "},"
          + PROPERTIES
          + "}";

  @Test
  void aCollectionASingleFeatureAndAFeatureALineAreAllRead() throws Exception {
    String collection = "{\"features\":[" + FEATURE + "],\"type\":\"FeatureCollection\"}";
    for (String text : List.of(collection, FEATURE, "\ufeff" + collection)) {
      Feature incident = read(text).only();
      assertThat(incident.geometry()).hasToString("POINT (-20.5 -10.25)");
      assertThat(incident.properties())
          .containsEntry("type", "RIOTS")
          .containsEntry("killed_best", 3L)
          .containsEntry("weapon", List.of("IED", "GRENADE"));
      assertThat(incident.provenance().original()).containsEntry("note", "{\"a\":1}");
    }
    Reading lines = read(FEATURE + "\n\n\u001e" + FEATURE + "\n{\"type\":\n" + FEATURE);
    assertThat(lines.recognition().label()).contains("a feature a line");
    assertThat(lines.features()).hasSize(3);
    assertThat(lines.faults()).singleElement().matches(f -> f.line() == 4);
  }

  @Test
  void aFeatureWithoutAPlaceIsKept() throws Exception {
    String text = "{\"type\":\"Feature\",\"geometry\":null," + PROPERTIES + "}";

    assertThat(read(text).only().geometry()).isNull();
  }

  @Test
  void badGeometriesAreFaultsWithTheirLine() throws Exception {
    for (String coordinates :
        List.of(
            "[1e400,2]",
            "[181,2]",
            "[1,91]",
            "[\"1\",2]",
            "{\"a\":1}",
            "[[1,2]]",
            "[1]",
            "[null,null]")) {
      String text =
          "{\"type\":\"FeatureCollection\",\"features\":[\n"
              + FEATURE
              + ",\n"
              + FEATURE.replace(PLACE, coordinates)
              + "]}";
      Reading reading = read(text);
      assertThat(reading.features()).as(coordinates).hasSize(1);
      assertThat(reading.faults())
          .as(coordinates)
          .singleElement()
          .matches(f -> f.line() == 3 && "geometry".equals(f.field()));
    }
  }

  @Test
  void swappedCoordinatesAreHintedAt() throws Exception {
    assertThat(read(FEATURE.replace(PLACE, "[-8,120.5]")).faults())
        .singleElement()
        .matches(f -> f.fix().contains("swapped"));
  }

  @Test
  void anotherReferenceSystemIsRefusedAndTheOldNameOfOursIsNot() throws Exception {
    String text =
        "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"%s\"}},"
            + "\"features\":["
            + FEATURE
            + "]}";
    assertThat(read(text.formatted("urn:ogc:def:crs:OGC:1.3:CRS84")).features()).hasSize(1);
    assertThatThrownBy(() -> read(text.formatted("urn:ogc:def:crs:EPSG::32634")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("32634");
  }

  @Test
  void brokenJsonNamesItsLine() {
    String text = "{\"type\":\"FeatureCollection\",\"features\":[\n" + FEATURE + ",\n{]}";

    assertThatThrownBy(() -> read(text))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("test.geojson:3");
  }

  @Test
  void nestingThatWouldExhaustTheStackIsRefused() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);

    assertThatThrownBy(() -> read(FEATURE.replace(PLACE, deep)))
        .isInstanceOf(BadInputException.class);
  }

  @Test
  void aGeometryOfTooManyVerticesIsRefusedAlone() throws Exception {
    StringBuilder line = new StringBuilder("[[0,0]");
    for (int i = 1; i <= 100_000; i++) {
      line.append(",[").append(i / 1000.0).append(",0]");
    }
    String big =
        "{\"type\":\"Feature\",\"geometry\":{\"type\":\"LineString\",\"coordinates\":"
            + line
            + "]},\"properties\":{}}";
    String text = "{\"type\":\"FeatureCollection\",\"features\":[" + big + "," + FEATURE + "]}";

    Reading reading =
        Reading.of(TextSource.of("test.geojson", text), LAYERS.get("road"), Mapping.NONE);

    assertThat(reading.faults()).extracting(Fault::what).anyMatch(w -> w.contains("vertices"));
    assertThat(reading.rows()).hasSize(2);
  }

  @Test
  void ringsAreWrittenByTheRightHandRuleWithSevenDecimals() throws Exception {
    assertThat(written("POLYGON ((0 0, 0 1, 1 1, 1 0, 0 0), (.2 .2, .4 .2, .4 .4, .2 .2))"))
        .isEqualTo(
            "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,1],[0,0]],"
                + "[[0.2,0.2],[0.4,0.4],[0.4,0.2],[0.2,0.2]]]}");
    assertThat(written("POINT (-0.00000004 12.34567891)"))
        .isEqualTo("{\"type\":\"Point\",\"coordinates\":[0,12.3456789]}");
    assertThat(written("LINESTRING (179.5 1, -179.5 1)"))
        .isEqualTo("{\"type\":\"LineString\",\"coordinates\":[[179.5,1],[-179.5,1]]}");
  }

  private static String written(String wkt) throws Exception {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = Json.FACTORY.createGenerator(text)) {
      GeoJsonGeometryWriter.write(out, new WKTReader().read(wkt));
    }
    return text.toString();
  }

  private static Reading read(String text) throws Exception {
    return Reading.of(TextSource.of("test.geojson", text), INCIDENT, Mapping.NONE);
  }
}
