package org.vigie.geodata.basemap.cut;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.vigie.geodata.basemap.FeatureSource;
import org.vigie.geodata.basemap.GroundSurvey;
import org.vigie.geodata.basemap.SourceFeature;
import org.vigie.geodata.basemap.sqlite.FeatureSpool;
import org.vigie.geodata.basemap.sqlite.FeatureSpool.Item;
import org.vigie.geodata.basemap.sqlite.MbtilesWriter;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.BoundingBox;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.store.Ground;
import org.vigie.geodata.tile.TileAddress;

/**
 * Cuts the features of a file into an archive of vector tiles, from zoom 0 to 14 or, for more of
 * the world than a large country, fewer. Features lie on the disk meanwhile; in memory are those of
 * one branch of the tiles.
 */
public final class TileCutter {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Vertices that are held in memory, some 100 bytes each with all that is made of them. */
  private static final long MOST_VERTICES = 400_000;

  private static final int FLOOR = TileAddress.BUFFER * 2;
  private static final double READING = 0.3;
  private static final int TOLD_ZOOM = 7;

  private final Path spoolFile;
  private final DoubleConsumer progress;
  private final CutLayers layers = new CutLayers();
  private final Coverage coverage = new Coverage();
  private final Envelope bounds = new Envelope();

  /**
   * @param spoolFile for the time of the work; does not exist yet
   * @param progress told 0 to 1 now and then
   */
  public TileCutter(Path spoolFile, DoubleConsumer progress) {
    this.spoolFile = spoolFile;
    this.progress = progress;
  }

  /**
   * @param title for the archive's own metadata
   * @param target does not exist yet; what is left of it after a failure is to be deleted
   * @throws BadInputException when a feature cannot be read or there is none
   * @throws InterruptedIOException when the thread is interrupted
   */
  public Ground cut(FeatureSource source, String title, Path target)
      throws IOException, BadInputException {
    try (FeatureSpool spool = new FeatureSpool(spoolFile);
        MbtilesWriter writer = new MbtilesWriter(target)) {
      read(source, spool);
      Ground ground =
          new Ground(Ground.Kind.VECTOR, 0, coverage.lastZoom(), box(), layers.ground());
      new Branches(spool, writer, ground.maxZoom())
          .descend(new TileAddress(0, 0, 0), null, READING, 1);
      writer.finish(metadata(title, ground));
      return ground;
    } finally {
      Files.deleteIfExists(spoolFile);
    }
  }

  private void read(FeatureSource source, FeatureSpool spool)
      throws IOException, BadInputException {
    for (Optional<SourceFeature> next = source.next(); next.isPresent(); next = source.next()) {
      SourceFeature feature = next.get();
      for (Geometry part : parts(feature.geometry())) {
        add(feature, part, spool);
      }
      if (spool.count() % 1_000 == 0) {
        requireUninterrupted();
        progress.accept(source.done() * READING);
      }
    }
    if (spool.count() == 0) {
      throw new BadInputException(
          Fault.of("features", "there is nothing with a place in it", "Export it again"));
    }
  }

  private void add(SourceFeature feature, Geometry part, FeatureSpool spool)
      throws IOException, BadInputException {
    if (part.isEmpty()) {
      return;
    }
    Ground.Shape shape = CutLayers.shape(part);
    int number = layers.number(feature.layer(), shape);
    if (number < 0) {
      throw new BadInputException(
          Fault.of("layers", "there are too many layers in it", "Take those that the map needs"));
    }
    bounds.expandToInclude(part.getEnvelopeInternal());
    Geometry square = Square.of(part);
    Geometry valid =
        shape != Ground.Shape.AREA || square.isValid() ? square : GeometryFixer.fix(square);
    if (!valid.isEmpty()) {
      coverage.add(valid);
      spool.add(new Item(number, valid, layers.kept(feature.layer(), shape, feature.attributes())));
    }
  }

  /** A collection of several shapes stands in several layers. */
  private static List<Geometry> parts(Geometry geometry) {
    if (!geometry.getGeometryType().equals("GeometryCollection")) {
      return List.of(geometry);
    }
    List<Geometry> parts = new ArrayList<>();
    GeometryCollection collection = (GeometryCollection) geometry;
    for (int i = 0; i < collection.getNumGeometries(); i++) {
      parts.addAll(parts(collection.getGeometryN(i)));
    }
    return parts;
  }

  private BoundingBox box() {
    return GroundSurvey.box(bounds.getMinX(), bounds.getMinY(), bounds.getMaxX(), bounds.getMaxY())
        .orElseGet(
            () ->
                new BoundingBox(
                    bounds.getMinX(), bounds.getMinY(), bounds.getMaxX(), bounds.getMaxY()));
  }

  private static Map<String, String> metadata(String title, Ground ground) throws IOException {
    List<Map<String, Object>> vectorLayers = new ArrayList<>();
    for (Ground.Layer layer : ground.layers()) {
      Map<String, String> fields = new LinkedHashMap<>();
      layer.fields().forEach(field -> fields.put(field, "String"));
      vectorLayers.add(Map.of("id", layer.id(), "fields", fields));
    }
    BoundingBox box = ground.bounds();
    return Map.of(
        "name",
        title,
        "format",
        "pbf",
        "minzoom",
        "0",
        "maxzoom",
        Integer.toString(ground.maxZoom()),
        "bounds",
        box.west() + "," + box.south() + "," + box.east() + "," + box.north(),
        "json",
        MAPPER.writeValueAsString(Map.of("vector_layers", vectorLayers)));
  }

  private static void requireUninterrupted() throws InterruptedIOException {
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException();
    }
  }

  /** Goes down the tiles; takes a branch into memory as soon as it fits. */
  private final class Branches {

    private final FeatureSpool spool;
    private final MbtilesWriter writer;
    private final int lastZoom;

    Branches(FeatureSpool spool, MbtilesWriter writer, int lastZoom) {
      this.spool = spool;
      this.writer = writer;
      this.lastZoom = lastZoom;
    }

    /**
     * @param held features of the tile above; null while they are too many
     * @param from progress before this branch
     * @param to progress after it
     */
    void descend(TileAddress tile, @Nullable List<Item> held, double from, double to)
        throws IOException {
      requireUninterrupted();
      boolean last = tile.zoom() == lastZoom;
      Envelope there = Square.of(tile, FLOOR);
      List<Item> mine = held;
      if (mine == null) {
        long vertices = spool.vertices(there);
        if (vertices <= MOST_VERTICES) {
          mine = spool.list(there, 0, Long.MAX_VALUE);
        } else {
          write(tile, last, spool.list(there, DrawnTile.least(tile, last), MOST_VERTICES));
        }
      }
      if (mine != null) {
        mine = clipped(mine, there);
        if (mine.isEmpty()) {
          return;
        }
        write(tile, last, mine);
      }
      if (!last) {
        for (int child = 0; child < 4; child++) {
          double share = (to - from) / 4;
          double begin = from + child * share;
          TileAddress next =
              new TileAddress(
                  tile.zoom() + 1, tile.row() * 2 + child / 2, tile.column() * 2 + child % 2);
          descend(next, mine, begin, begin + share);
          if (next.zoom() <= TOLD_ZOOM) {
            progress.accept(begin + share);
          }
        }
      }
    }

    private void write(TileAddress tile, boolean last, List<Item> items) throws IOException {
      byte[] bytes = new DrawnTile(tile, last, layers).draw(items);
      if (bytes.length > 0) {
        writer.add(tile, bytes);
      }
    }

    private List<Item> clipped(List<Item> items, Envelope there) {
      List<Item> inside = new ArrayList<>();
      for (Item item : items) {
        Envelope box = item.geometry().getEnvelopeInternal();
        if (there.covers(box)) {
          inside.add(item);
        } else if (there.intersects(box)) {
          Geometry cut = clipped(item.geometry(), there);
          if (!cut.isEmpty()) {
            inside.add(new Item(item.layer(), cut, item.attributes()));
          }
        }
      }
      return inside;
    }

    private static Geometry clipped(Geometry geometry, Envelope there) {
      Geometry cut =
          OverlayNGRobust.overlay(
              geometry, geometry.getFactory().toGeometry(there), OverlayNG.INTERSECTION);
      // an area that only touches the edge leaves a line or a point there
      return cut.getDimension() == geometry.getDimension()
          ? sameKind(cut, geometry.getDimension())
          : geometry.getFactory().createEmpty(geometry.getDimension());
    }

    private static Geometry sameKind(Geometry cut, int dimension) {
      if (!cut.getGeometryType().equals("GeometryCollection")) {
        return cut;
      }
      List<Geometry> parts = new ArrayList<>();
      for (int i = 0; i < cut.getNumGeometries(); i++) {
        if (cut.getGeometryN(i).getDimension() == dimension) {
          parts.add(cut.getGeometryN(i));
        }
      }
      return cut.getFactory().buildGeometry(parts);
    }
  }
}
