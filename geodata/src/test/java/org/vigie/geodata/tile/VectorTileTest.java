package org.vigie.geodata.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.io.WKTReader;
import org.vigie.geodata.model.BoundingBox;

class VectorTileTest {

  private static final long SEED = Long.getLong("vigie.seed", System.nanoTime());
  private static final int ROUNDS = 300;
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final TileAddress WORLD = new TileAddress(0, 0, 0);

  @Test
  void aFeatureComesBackWithItsAttributes() throws Exception {
    VectorTile tile = new VectorTile(WORLD);
    tile.layer("incident")
        .add(wkt("POINT(0 0)"), Map.of("type", "é 攻", "start", -7L, "share", 0.5))
        .add(wkt("POINT(90 0)"), Map.of("type", "é 攻"))
        .end();
    ReadTile.ReadLayer layer = ReadTile.of(tile.toByteArray()).get("incident");
    assertThat(layer.version()).isEqualTo(2);
    assertThat(layer.extent()).isEqualTo(4096);
    assertThat(layer.features()).hasSize(2);
    assertThat(layer.features().get(0).attributes())
        .isEqualTo(Map.of("type", "é 攻", "start", -7L, "share", 0.5));
    assertThat(layer.features().get(0).geometry().getCoordinate())
        .isEqualTo(new Coordinate(2048, 2048));
    assertThat(layer.features().get(1).geometry().getCoordinate())
        .isEqualTo(new Coordinate(3072, 2048));
  }

  @Test
  void aTileWithoutFeaturesHasNoBytes() throws Exception {
    VectorTile tile = new VectorTile(new TileAddress(3, 0, 0));
    tile.layer("incident").add(wkt("POINT(100 -40)"), Map.of()).end();
    assertThat(tile.toByteArray()).isEmpty();
  }

  @Test
  void aLayerHasOneName() {
    VectorTile tile = new VectorTile(WORLD);
    tile.layer("incident");
    assertThatThrownBy(() -> tile.layer("incident")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyAreaIsValidAndCoversWhatItCoveredBefore() {
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      Geometry area = blob(random);
      TileAddress tile = tileOf(area.getCentroid().getCoordinate(), random.nextInt(12));
      for (Geometry drawn : draw(area, tile)) {
        String run = "seed " + SEED + ", round " + round + ": " + area;
        assertThat(drawn.isValid()).as(run).isTrue();
        Geometry expected = exact(area, tile);
        double grid = expected.getLength() + drawn.getLength() + 4;
        assertThat(drawn.symDifference(expected).getArea()).as(run).isLessThan(grid + 300);
      }
    }
  }

  @Test
  void theFourTilesBelowShowTogetherWhatTheOneAboveShows() {
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      Geometry area = blob(random);
      TileAddress above = tileOf(area.getCentroid().getCoordinate(), 2 + random.nextInt(6));
      double seen = inCore(draw(area, above));
      double below = 0;
      for (int i = 0; i < 4; i++) {
        below +=
            inCore(
                draw(
                    area,
                    new TileAddress(
                        above.zoom() + 1, above.row() * 2 + i / 2, above.column() * 2 + i % 2)));
      }
      double edges = 4 * (area.getNumPoints() * 40 + 16_384);
      assertThat(below / 4).as("seed " + SEED + ", round " + round).isCloseTo(seen, within(edges));
    }
  }

  @Test
  void aTrackKeepsItsOrderAndItsCrossings() throws Exception {
    Geometry eight = wkt("LINESTRING(-10 -10, 10 10, 10 -10, -10 10)");
    Geometry drawn = draw(eight, WORLD).get(0);
    assertThat(drawn.getNumGeometries()).isEqualTo(1);
    assertThat(drawn.getCoordinates()).hasSize(4);
    assertThat(drawn.getCoordinates()[0].x).isLessThan(drawn.getCoordinates()[1].x);
  }

  @Test
  void aTrackThatLeavesAndReturnsIsTwoPieces() throws Exception {
    TileAddress tile = new TileAddress(4, 7, 8);
    Geometry track = wkt("LINESTRING(1 1, 60 1, 60 2, 1 2)");
    assertThat(draw(track, tile).get(0).getNumGeometries()).isEqualTo(2);
  }

  @Test
  void aTrackIsAsLongInTheTileAsWhatLiesThere() {
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      Geometry track = FACTORY.createLineString(walk(random, 30));
      TileAddress tile = tileOf(track.getCoordinates()[15], 3 + random.nextInt(7));
      double expected = exactLine(track, tile);
      double drawn = draw(track, tile).stream().mapToDouble(Geometry::getLength).sum();
      assertThat(drawn).as("seed " + SEED + ", round " + round).isCloseTo(expected, within(60.0));
    }
  }

  @Test
  void whatIsTooSmallForTheGridIsStillThere() throws Exception {
    Geometry hamlet = wkt("POLYGON((20 5, 20.00001 5, 20.00001 5.00001, 20 5.00001, 20 5))");
    Geometry drawn = draw(hamlet, WORLD).get(0);
    assertThat(drawn.isValid()).isTrue();
    assertThat(drawn.getArea()).isEqualTo(16 * 16);
    assertThat(draw(wkt("LINESTRING(20 5, 20.00001 5)"), WORLD).get(0).getLength()).isEqualTo(1);
  }

  @Test
  void aHoleStaysAHole() throws Exception {
    Geometry ring =
        wkt("POLYGON((0 0, 40 0, 40 40, 0 40, 0 0), (10 10, 10 30, 30 30, 30 10, 10 10))");
    Geometry drawn = draw(ring, WORLD).get(0);
    assertThat(drawn.getNumGeometries()).isEqualTo(1);
    assertThat(((org.locationtech.jts.geom.Polygon) drawn.getGeometryN(0)).getNumInteriorRing())
        .isEqualTo(1);
  }

  @Test
  void anAreaThatCrossesItselfIsDrawnAsAValidOne() throws Exception {
    Geometry bow = wkt("POLYGON((0 0, 40 40, 40 0, 0 40, 0 0))");
    assertThat(draw(bow, WORLD).get(0).isValid()).isTrue();
  }

  @Test
  void theBufferShowsWhatLiesBeyondTheAntimeridian() throws Exception {
    TileAddress lastColumn = new TileAddress(3, 3, 7);
    Geometry justBeyond = wkt("POINT(-179.9 10)");
    assertThat(draw(justBeyond, lastColumn).get(0).getCoordinate().x).isBetween(4096.0, 4224.0);
    BoundingBox asked = lastColumn.buffered();
    assertThat(asked.crossesAntimeridian()).isTrue();
    assertThat(WORLD.buffered()).isEqualTo(new BoundingBox(-180, -90, 180, 90));
    assertThat(draw(justBeyond, WORLD).get(0).getNumGeometries()).isEqualTo(2);
  }

  @Test
  void everyPlaceLiesWithinTheBoundsOfExactlyOneTile() {
    Random random = new Random(SEED);
    for (int zoom = 0; zoom <= 5; zoom++) {
      for (int round = 0; round < 40; round++) {
        double lon = round % 4 == 0 ? onBorder(random, zoom) : random.nextDouble() * 360 - 180;
        double lat = random.nextDouble() * 180 - 90;
        int side = 1 << zoom;
        int holding = 0;
        for (int row = 0; row < side; row++) {
          for (int column = 0; column < side; column++) {
            BoundingBox box = new TileAddress(zoom, row, column).bounds();
            if (lon >= box.west()
                && lon <= box.east()
                && lat >= box.south()
                && lat <= box.north()) {
              holding++;
            }
          }
        }
        assertThat(holding).as("seed %d, %f %f at %d", SEED, lon, lat, zoom).isEqualTo(1);
      }
    }
  }

  @Test
  void thereAreNoTilesOutsideTheGrid() {
    assertThat(TileAddress.find(0, 0, 0)).isPresent();
    assertThat(TileAddress.find(22, (1 << 22) - 1, 0)).isPresent();
    assertThat(TileAddress.find(23, 0, 0)).isEmpty();
    assertThat(TileAddress.find(3, 8, 0)).isEmpty();
    assertThat(TileAddress.find(3, 0, -1)).isEmpty();
    assertThat(TileAddress.find(-1, 0, 0)).isEmpty();
  }

  private static double onBorder(Random random, int zoom) {
    return random.nextInt(1 << zoom) * 360.0 / (1 << zoom) - 180;
  }

  private static List<Geometry> draw(Geometry geometry, TileAddress address) {
    VectorTile tile = new VectorTile(address);
    tile.layer("a").add(geometry, Map.of()).end();
    return ReadTile.of(tile.toByteArray()).values().stream()
        .flatMap(layer -> layer.features().stream())
        .map(ReadTile.ReadFeature::geometry)
        .toList();
  }

  /** Area within the borders proper, without the buffer. */
  private static double inCore(List<Geometry> drawn) {
    Geometry core = FACTORY.toGeometry(new Envelope(0, 4096, 0, 4096));
    return drawn.stream().mapToDouble(each -> each.intersection(core).getArea()).sum();
  }

  private static Geometry exact(Geometry geometry, TileAddress tile) {
    return projected(geometry, tile).intersection(visible());
  }

  private static double exactLine(Geometry geometry, TileAddress tile) {
    return projected(geometry, tile).intersection(visible()).getLength();
  }

  private static Geometry visible() {
    return FACTORY.toGeometry(new Envelope(-128, 4224, -128, 4224));
  }

  private static Geometry projected(Geometry geometry, TileAddress tile) {
    Geometry copy = geometry.copy();
    for (Coordinate corner : copy.getCoordinates()) {
      corner.setX(tile.x(corner.x));
      corner.setY(tile.y(corner.y));
    }
    copy.geometryChanged();
    return copy;
  }

  private static TileAddress tileOf(Coordinate place, int zoom) {
    return new TileAddress(
        zoom,
        (int) (WORLD.y(place.y) / 4096 * (1 << zoom)),
        (int) (WORLD.x(place.x) / 4096 * (1 << zoom)));
  }

  /** A valid area of some degrees with a rugged border. */
  private static Geometry blob(Random random) {
    int corners = 5 + random.nextInt(60);
    double size = 0.01 + random.nextDouble() * 4;
    Coordinate[] ring = new Coordinate[corners + 1];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      double far = size * (0.3 + 0.7 * random.nextDouble());
      ring[i] = new Coordinate(far * Math.cos(angle), far * Math.sin(angle));
    }
    ring[corners] = ring[0].copy();
    return AffineTransformation.translationInstance(
            random.nextDouble() * 300 - 150, random.nextDouble() * 120 - 60)
        .transform(FACTORY.createPolygon(ring));
  }

  private static Coordinate[] walk(Random random, int steps) {
    Coordinate[] path = new Coordinate[steps];
    double lon = random.nextDouble() * 200 - 100;
    double lat = random.nextDouble() * 100 - 50;
    for (int i = 0; i < steps; i++) {
      lon += random.nextGaussian();
      lat += random.nextGaussian();
      path[i] = new Coordinate(lon, lat);
    }
    return path;
  }

  private static Geometry wkt(String text) throws Exception {
    return new WKTReader(FACTORY).read(text);
  }
}
