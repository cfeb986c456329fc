package org.vigie.geodata.basemap.shapefile;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.basemap.FeatureSource;
import org.vigie.geodata.basemap.LayerName;
import org.vigie.geodata.basemap.SourceFeature;
import org.vigie.geodata.basemap.packed.ZipFolder;
import org.vigie.geodata.geo.FileCrs;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/** The Shapefiles of a zip, one after the other. */
public final class ShapefileSource implements FeatureSource {

  private static final Set<String> WANTED = Set.of(".shp", ".dbf", ".prj", ".cpg");
  private static final int MOST_PRJ = 65_536;

  private final ZipFolder folder;
  private final Map<String, Path> files;
  private final Deque<String> shapes = new ArrayDeque<>();
  private final int count;
  private @Nullable Open open;

  /** One Shapefile that is being read. */
  private record Open(String name, ShapeFile shapes, Optional<DbaseFile> attributes, FileCrs crs) {}

  private ShapefileSource(ZipFolder folder) throws BadInputException {
    this.folder = folder;
    this.files = folder.files();
    files.keySet().stream()
        .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(".shp"))
        .sorted()
        .forEach(shapes::add);
    this.count = Math.max(1, shapes.size());
    if (shapes.isEmpty()) {
      throw new BadInputException(
          Fault.of("zip", "there is no .shp in it", "Zip the files of the Shapefile together"));
    }
  }

  /**
   * @param work a folder for the time of the work; does not exist yet
   * @param mostBytes that the zip may open to
   */
  public static ShapefileSource open(Path zip, Path work, long mostBytes)
      throws IOException, BadInputException {
    ZipFolder folder = ZipFolder.open(zip, work, WANTED, mostBytes);
    boolean opened = false;
    try {
      ShapefileSource source = new ShapefileSource(folder);
      opened = true;
      return source;
    } finally {
      if (!opened) {
        folder.close();
      }
    }
  }

  @Override
  public Optional<SourceFeature> next() throws IOException, BadInputException {
    while (true) {
      Open now = open;
      if (now == null) {
        String name = shapes.poll();
        if (name == null) {
          return Optional.empty();
        }
        open = opened(name);
        continue;
      }
      Optional<ShapeFile.Shape> shape = now.shapes().next();
      if (shape.isEmpty()) {
        closeOpen();
        continue;
      }
      Map<String, Object> attributes =
          now.attributes().isPresent() ? now.attributes().get().next() : Map.of();
      if (shape.get().shape().isPresent()) {
        return Optional.of(
            new SourceFeature(
                LayerName.ofFile(now.name()),
                place(now, shape.get().number(), shape.get().shape().get()),
                attributes));
      }
    }
  }

  private static Geometry place(Open now, long record, Geometry own) throws BadInputException {
    try {
      return now.crs().toWgs84(own);
    } catch (BadInputException wrong) {
      throw new BadInputException(
          wrong.faults().stream().map(fault -> fault.at(now.name(), record)).toList());
    }
  }

  private Open opened(String name) throws IOException, BadInputException {
    Path prj =
        beside(name, ".prj")
            .orElseThrow(
                () ->
                    new BadInputException(
                        Fault.of(
                                "crs",
                                "there is no .prj beside it, so nobody knows where it lies",
                                "Zip the .prj too, or export it in WGS 84 (EPSG:4326)")
                            .at(name, 0)));
    FileCrs crs =
        FileCrs.ofText(new String(ZipFolder.start(prj, MOST_PRJ), StandardCharsets.UTF_8));
    Optional<Path> dbf = beside(name, ".dbf");
    ShapeFile shapeFile = new ShapeFile(name, beside(name, ".shp").orElseThrow());
    boolean done = false;
    try {
      Optional<DbaseFile> attributes =
          dbf.isPresent()
              ? Optional.of(new DbaseFile(name, dbf.get(), encoding(name)))
              : Optional.empty();
      done = true;
      return new Open(name, shapeFile, attributes, crs);
    } finally {
      if (!done) {
        shapeFile.close();
      }
    }
  }

  private Optional<Path> beside(String shape, String ending) {
    String wanted = shape.substring(0, shape.length() - ending.length()) + ending;
    return files.entrySet().stream()
        .filter(each -> each.getKey().equalsIgnoreCase(wanted))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** As the {@code .cpg} says; UTF-8, which most write today, when there is none. */
  private Charset encoding(String shape) throws IOException, BadInputException {
    Optional<Path> cpg = beside(shape, ".cpg");
    if (cpg.isEmpty()) {
      return StandardCharsets.UTF_8;
    }
    String named = new String(ZipFolder.start(cpg.get(), 40), StandardCharsets.US_ASCII).strip();
    String plain = named.matches("[0-9]{4}") ? "windows-" + named : named;
    try {
      return Charset.forName(plain);
    } catch (IllegalArgumentException unknown) {
      throw new BadInputException(
          Fault.of(
                  "cpg",
                  Message.of("the encoding \"{named}\" is not known", named),
                  "Export it in UTF-8, or write UTF-8 into the .cpg")
              .at(shape, 0));
    }
  }

  @Override
  public double done() {
    return 1 - (double) (shapes.size() + (open == null ? 0 : 1)) / count;
  }

  private void closeOpen() throws IOException {
    Open now = open;
    open = null;
    if (now != null) {
      try {
        now.shapes().close();
      } finally {
        if (now.attributes().isPresent()) {
          now.attributes().get().close();
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    try {
      closeOpen();
    } finally {
      folder.close();
    }
  }
}
