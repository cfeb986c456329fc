package org.vigie.geodata.basemap.cut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.vigie.geodata.basemap.FeatureSource;
import org.vigie.geodata.basemap.SourceFeature;
import org.vigie.geodata.basemap.sqlite.MbtilesArchive;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.store.Ground;
import org.vigie.geodata.tile.TileAddress;

class TileCutterTest {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  @TempDir private Path folder;

  @Test
  void anAreaIsInEveryTileThatItCoversAndInNoOther() throws Exception {
    Geometry area = FACTORY.toGeometry(new Envelope(20, 20.2, 5, 5.2));
    Path target = fresh();
    Ground ground = cut(List.of(area), target);
    assertThat(ground.maxZoom()).isEqualTo(14);
    assertThat(ground.layers()).extracting(Ground.Layer::geometry).containsOnly(Ground.Shape.AREA);
    assertThat(ground.bounds().west()).isEqualTo(20);
    try (MbtilesArchive archive = MbtilesArchive.open(target)) {
      archive.verify();
      assertThat(archive.ground().layers()).isEqualTo(ground.layers());
      for (int zoom = 4; zoom <= 14; zoom++) {
        assertThat(archive.find(tile(zoom, 20.1, 5.1))).as("zoom %s", zoom).isPresent();
      }
      assertThat(archive.find(tile(2, 20.1, 5.1))).as("less than a pixel").isEmpty();
      assertThat(archive.find(tile(14, 20.3, 5.1))).isEmpty();
      assertThat(archive.find(tile(14, 20.1, 5.3))).isEmpty();
    }
  }

  @Test
  void theWholeWorldIsCutToFewerZoomsAndADenseTileStaysSmall() throws Exception {
    Random random = new Random(3);
    List<Geometry> many = new ArrayList<>();
    for (int i = 0; i < 40_000; i++) {
      double x = 20 + random.nextDouble() / 50;
      double y = 5 + random.nextDouble() / 50;
      many.add(
          FACTORY.createLineString(
              new Coordinate[] {
                new Coordinate(x, y), new Coordinate(x + 0.001, y + random.nextDouble() / 1000)
              }));
    }
    Path target = fresh();
    assertThat(cut(many, target).maxZoom()).isEqualTo(14);
    try (MbtilesArchive archive = MbtilesArchive.open(target)) {
      assertThat(archive.find(tile(12, 20.01, 5.01)).orElseThrow().bytes().length)
          .isLessThanOrEqualTo(700_000);
      assertThat(archive.find(tile(14, 20.01, 5.01))).isPresent();
    }
    Coverage world = new Coverage();
    world.add(FACTORY.toGeometry(new Envelope(0, 1, 0, 1)));
    assertThat(world.lastZoom()).isEqualTo(9);
  }

  @Test
  void whatHasNoPlaceInItIsRefusedAndAStopLeavesNoSpool() throws Exception {
    assertThatThrownBy(() -> cut(List.of(FACTORY.createPolygon()), fresh()))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("nothing with a place");
    List<Geometry> one = List.of(FACTORY.createPoint(new Coordinate(1, 1)));
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> cut(one, fresh())).isInstanceOf(InterruptedIOException.class);
    } finally {
      Thread.interrupted();
    }
    try (var files = Files.list(folder)) {
      assertThat(files.filter(f -> f.toString().endsWith(".spool"))).isEmpty();
    }
  }

  private Ground cut(List<Geometry> geometries, Path target) throws Exception {
    try (FeatureSource source = source(geometries.iterator())) {
      return new TileCutter(folder.resolve(UUID.randomUUID() + ".spool"), done -> {})
          .cut(source, "EXERCISE", target);
    }
  }

  private static FeatureSource source(Iterator<Geometry> geometries) {
    return new FeatureSource() {
      @Override
      public Optional<SourceFeature> next() {
        return geometries.hasNext()
            ? Optional.of(
                new SourceFeature("ground", geometries.next(), Map.of("name", "EXERCISE")))
            : Optional.empty();
      }

      @Override
      public double done() {
        return 0.5;
      }

      @Override
      public void close() {}
    };
  }

  private static TileAddress tile(int zoom, double lon, double lat) {
    TileAddress world = new TileAddress(0, 0, 0);
    double side = 1 << zoom;
    return new TileAddress(
        zoom,
        (int) (world.y(lat) / TileAddress.EXTENT * side),
        (int) (world.x(lon) / TileAddress.EXTENT * side));
  }

  private Path fresh() {
    return folder.resolve(UUID.randomUUID() + ".mbtiles");
  }
}
