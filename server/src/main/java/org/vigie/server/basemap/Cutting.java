package org.vigie.server.basemap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;
import org.vigie.geodata.basemap.FeatureSource;
import org.vigie.geodata.basemap.GeoJsonSource;
import org.vigie.geodata.basemap.GroundFormat;
import org.vigie.geodata.basemap.cut.TileCutter;
import org.vigie.geodata.basemap.shapefile.ShapefileSource;
import org.vigie.geodata.basemap.sqlite.GeoPackageSource;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.store.Ground;

/** Opens files of features and has them cut. */
final class Cutting {

  private final Incoming incoming;
  private final DoubleConsumer progress;

  Cutting(Incoming incoming, DoubleConsumer progress) {
    this.incoming = incoming;
    this.progress = new Sparing(incoming, progress);
  }

  /**
   * Reads the beginning, so that what cannot be used at all is refused while its sender listens.
   */
  void check(GroundFormat format, Path file, String name) throws IOException, BadInputException {
    try (FeatureSource source = open(format, file, name)) {
      source.next();
    }
  }

  /**
   * @param title of the basemap, by which messages and the layer call it
   * @param target does not exist yet; not there after a failure
   */
  Ground cut(GroundFormat format, Path file, String title, Path target)
      throws IOException, BadInputException {
    boolean done = false;
    try (FeatureSource source = open(format, file, title)) {
      Ground ground = new TileCutter(incoming.fresh("spool"), progress).cut(source, title, target);
      done = true;
      return ground;
    } finally {
      if (!done) {
        Files.deleteIfExists(target);
      }
    }
  }

  private FeatureSource open(GroundFormat format, Path file, String name)
      throws IOException, BadInputException {
    return switch (format) {
      case GEOJSON -> new GeoJsonSource(file, name);
      case GEOPACKAGE -> GeoPackageSource.open(file);
      case SHAPEFILE ->
          ShapefileSource.open(file, incoming.fresh("unzipped"), incoming.mostBytes());
      default -> throw new IllegalStateException(format + " holds no features");
    };
  }

  /** Looks at the disk whenever it tells how far the work is, and tells that in whole percents. */
  private static final class Sparing implements DoubleConsumer {

    private final Incoming incoming;
    private final DoubleConsumer progress;
    private int told = -1;

    Sparing(Incoming incoming, DoubleConsumer progress) {
      this.incoming = incoming;
      this.progress = progress;
    }

    @Override
    public void accept(double done) {
      int percent = (int) (done * 100);
      if (percent == told) {
        return;
      }
      told = percent;
      try {
        incoming.requireRoom(0);
      } catch (IOException cannotLook) {
        throw new UncheckedIOException(cannotLook);
      }
      progress.accept(done);
    }
  }
}
