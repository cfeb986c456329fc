package org.vigie.geodata.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKTReader;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.Provenance;
import org.vigie.geodata.model.TimeSpan;

class FeatureCheckTest {

  private static final LayerCatalog CATALOG = LayerFiles.read();
  private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final Geometry HERE = GEOMETRIES.createPoint(new Coordinate(1, 2));

  private static List<Fault> faults(
      String layer, Geometry geometry, TimeSpan time, Map<String, Object> properties) {
    return new FeatureCheck(CATALOG.get(layer), CLOCK)
        .faults(
            new Feature(
                FeatureId.random(),
                layer,
                geometry,
                time,
                null,
                null,
                null,
                Classification.UNCLASSIFIED,
                Set.of(),
                properties,
                Provenance.own(),
                0,
                null));
  }

  private static List<Fault> ofProperties(Map<String, Object> properties) {
    return faults("incident", HERE, new TimeSpan(NOW, null), properties);
  }

  private static List<Fault> ofGeometry(String layer, Geometry geometry) {
    return faults(layer, geometry, new TimeSpan(NOW, null), valid(layer));
  }

  private static Map<String, Object> valid(String layer) {
    Map<String, Object> properties = new HashMap<>();
    for (Property property : CATALOG.get(layer).properties()) {
      if (property.required()) {
        properties.put(
            property.name(),
            switch (property.type()) {
              case CODE -> property.choices().get(0).code();
              case DATE -> LocalDate.of(2026, 1, 1);
              default -> "x";
            });
      }
    }
    return properties;
  }

  @Test
  void aGoodFeatureHasNoFault() {
    assertThat(
            ofProperties(
                Map.of(
                    "type",
                    "BATTLES",
                    "severity",
                    5L,
                    "subtype",
                    "A_MISSIONS_OWN_WORD",
                    "weapon",
                    List.of("IED"),
                    "sources",
                    List.of("one", "two"),
                    "casualties",
                    List.of(Map.of("killed", 1L)))))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "181|0|outside the earth|Give decimal degrees",
        "4|97|other way round|Swap the two",
        "NaN|0|not a number|Give decimal degrees",
        "0|NaN|not a number|Give decimal degrees",
        "Infinity|0|outside the earth|Give decimal degrees",
        "1e308|0|outside the earth|Give decimal degrees",
      })
  void aPointOffTheEarthIsRefusedWithAHint(double x, double y, String what, String fix) {
    assertThat(ofGeometry("incident", GEOMETRIES.createPoint(new Coordinate(x, y))))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.field()).isEqualTo("geom");
              assertThat(fault.what()).contains(what);
              assertThat(fault.fix()).contains(fix);
            });
  }

  @Test
  void aBowTieIsRefusedWithThePlaceWhereItCrosses() throws Exception {
    Geometry bowTie = new WKTReader().read("POLYGON((0 0, 1 1, 0 1, 1 0, 0 0))");
    assertThat(ofGeometry("hotspot", bowTie))
        .singleElement()
        .satisfies(fault -> assertThat(fault.what()).contains("longitude 0.5", "latitude 0.5"));
  }

  @Test
  void anEmptyAWrongAndAHugeGeometryAreRefused() throws Exception {
    assertThat(ofGeometry("incident", GEOMETRIES.createPoint()))
        .extracting(Fault::what)
        .containsExactly("the geometry is empty");
    assertThat(ofGeometry("incident", new WKTReader().read("LINESTRING(0 0, 1 1)")))
        .singleElement()
        .satisfies(f -> assertThat(f.fix()).contains("Point"));
    Coordinate[] many = new Coordinate[100_001];
    Arrays.setAll(many, i -> new Coordinate(i / 1e4, 0));
    assertThat(ofGeometry("river", GEOMETRIES.createLineString(many)))
        .anySatisfy(f -> assertThat(f.what()).contains("100001 points"));
  }

  @ParameterizedTest
  @CsvSource({
    "0202-01-01T00:00:00Z,before 1900",
    "1899-12-31T23:59:59Z,before 1900",
    "2027-07-01T00:00:00Z,1 year ahead",
    "+99999-01-01T00:00:00Z,1 year ahead",
  })
  void anImplausibleTimeIsRefused(Instant start, String what) {
    assertThat(faults("incident", HERE, new TimeSpan(start, null), valid("incident")))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.field()).isEqualTo("valid_from");
              assertThat(fault.what()).contains(what);
            });
  }

  @Test
  void anEventNeedsATimeAndAStateDoesNot() {
    assertThat(faults("incident", HERE, null, valid("incident")))
        .extracting(Fault::field)
        .containsExactly("valid_from");
    assertThat(faults("base", HERE, null, valid("base"))).isEmpty();
  }

  static List<Map<String, Object>> wrongProperties() {
    return List.of(
        Map.of("no_such", "x"),
        Map.of("severity", "3"),
        Map.of("severity", 3.0),
        Map.of("severity", 6L),
        Map.of("severity", 0L),
        Map.of("title", 5L),
        Map.of("title", "a\0b"),
        Map.of("title", "\ud834"),
        Map.of("title", "x".repeat(10_001)),
        Map.of("ref", "x".repeat(601)),
        Map.of("status", "OPEN"),
        Map.of("weapon", "IED"),
        Map.of("weapon", List.of("IED", "SPEAR")),
        Map.of("exercise", "true"),
        Map.of("sources", List.of(1L)),
        Map.of("casualties", List.of("three")),
        Map.of("casualties", List.of(Map.of("killed", "three"))),
        Map.of("casualties", List.of(Map.of("nobody", 3L))));
  }

  @ParameterizedTest
  @MethodSource("wrongProperties")
  void aWrongPropertyIsRefusedByName(Map<String, Object> wrong) {
    Map<String, Object> properties = new HashMap<>(wrong);
    properties.put("type", "BATTLES");
    assertThat(ofProperties(properties))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.field()).startsWith(wrong.keySet().iterator().next());
              assertThat(fault.fix()).isNotBlank();
            });
  }

  @Test
  void aCodeThatIsNotInTheListIsAnsweredWithTheAllowedWords() {
    assertThat(ofProperties(Map.of("type", "BATTLE")))
        .singleElement()
        .satisfies(fault -> assertThat(fault.fix()).contains("BATTLES", "PROTESTS", "HAZARD"));
  }

  @Test
  void aMissingRequiredPropertyIsNamed() {
    assertThat(ofProperties(Map.of()))
        .singleElement()
        .satisfies(fault -> assertThat(fault.field()).isEqualTo("type"));
  }

  @Test
  void allFaultsAreToldAtOnce() {
    assertThat(
            faults(
                "incident",
                GEOMETRIES.createPoint(new Coordinate(200, 0)),
                null,
                Map.of("severity", 9L)))
        .extracting(Fault::field)
        .containsExactly("geom", "valid_from", "severity", "type");
    assertThatThrownBy(
            () ->
                new FeatureCheck(CATALOG.get("incident"), CLOCK)
                    .require(
                        new Feature(
                            FeatureId.random(),
                            "incident",
                            HERE,
                            null,
                            null,
                            null,
                            Double.NaN,
                            Classification.UNCLASSIFIED,
                            Set.of(),
                            Map.of(),
                            new Provenance("", "\0", null, Map.of("a", "\0")),
                            0,
                            null)))
        .isInstanceOfSatisfying(
            BadInputException.class,
            e ->
                assertThat(e.faults())
                    .extracting(Fault::field)
                    .containsExactly(
                        "valid_from", "radius_m", "source_system", "source_id", "a", "type"));
  }
}
