package org.vigie.geodata.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipFile;
import org.geotools.data.DataUtilities;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.geotools.filter.text.ecql.ECQL;
import org.geotools.geometry.jts.JTS;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.geotools.grid.Grids;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.slf4j.LoggerFactory;

/** What is left of the unpacked GeoTools must still do what we take it for, and nothing else. */
class SlimGeoToolsTest {

  /** Easting and northing as PostGIS, that is PROJ, computes them. */
  @ParameterizedTest
  @CsvSource({
    "EPSG:32634, 18.5549, 4.3947, 228634.249, 486199.843, 0.002",
    "EPSG:3857, 18.5549, 4.3947, 2065522.020, 489696.165, 0.002",
  })
  void referenceSystemsAreKnown(
      String code, double lon, double lat, double x, double y, double metres) throws Exception {
    var transform = CRS.findMathTransform(DefaultGeographicCRS.WGS84, CRS.decode(code, true));
    Coordinate projected = JTS.transform(new Coordinate(lon, lat), null, transform);
    assertThat(projected.distance(new Coordinate(x, y))).isLessThan(metres);
    Coordinate back = JTS.transform(projected, null, transform.inverse());
    assertThat(back.distance(new Coordinate(lon, lat))).isLessThan(1e-8);
  }

  @Test
  void ecqlIsReadAndEvaluated() throws Exception {
    var type = DataUtilities.createType("incident", "killed:Integer,title:String,geom:Point");
    var builder = new SimpleFeatureBuilder(type);
    var point = new GeometryFactory().createPoint(new Coordinate(18.5, 4.4));
    var feature = builder.buildFeature("1", new Object[] {3, "Ambush", point});
    assertThat(ECQL.toFilter("killed > 2 AND title LIKE 'Amb%'").evaluate(feature)).isTrue();
    assertThat(ECQL.toFilter("BBOX(geom, 18, 4, 19, 5)").evaluate(feature)).isTrue();
    assertThat(ECQL.toFilter("killed IN (1, 2)").evaluate(feature)).isFalse();
  }

  @Test
  void gridsAreDrawn() throws Exception {
    var bounds = new ReferencedEnvelope(0, 10, 0, 10, DefaultGeographicCRS.WGS84);
    assertThat(Grids.createSquareGrid(bounds, 1).getFeatures().size()).isEqualTo(100);
    int hexagons = 0;
    try (SimpleFeatureIterator each =
        Grids.createHexagonalGrid(bounds, 1).getFeatures().features()) {
      for (; each.hasNext(); each.next()) {
        hexagons++;
      }
    }
    assertThat(hexagons).isBetween(30, 60);
  }

  /** An slf4j 1 on the class path before ours would swallow every log line. */
  @Test
  void theLogIsOurs() throws Exception {
    assertThat(LoggerFactory.getILoggerFactory().getClass().getName()).contains("logback");
    List<URL> copies =
        Collections.list(getClass().getClassLoader().getResources("org/slf4j/LoggerFactory.class"));
    assertThat(copies).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org/slf4j/Logger.class",
        "com/google/common/collect/ImmutableList.class",
        "org/eclipse/emf/ecore/EObject.class",
        "javax/media/jai/JAI.class",
        "org/geotools/renderer/lite/StreamingRenderer.class"
      })
  void whatIsNotOursToCarryIsLeftOut(String name) throws Exception {
    Path home = Path.of(CRS.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    if (Files.isDirectory(home)) {
      assertThat(home.resolve(name)).doesNotExist();
    } else {
      try (ZipFile jar = new ZipFile(home.toFile())) {
        assertThat(jar.getEntry(name)).isNull();
      }
    }
  }
}
