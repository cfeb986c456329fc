package org.vigie.geodata.basemap;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.vigie.geodata.basemap.pmtiles.PmtilesArchive;
import org.vigie.geodata.basemap.sqlite.MbtilesArchive;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/** What a file for a basemap may be; told by its bytes, never by its name. */
public enum GroundFormat {
  PMTILES("pmtiles", true),
  MBTILES("mbtiles", true),
  GEOJSON("geojson", false),
  GEOPACKAGE("gpkg", false),
  SHAPEFILE("zip", false);

  private static final int HEAD = 4096;

  private final String extension;
  private final boolean tiles;

  GroundFormat(String extension, boolean tiles) {
    this.extension = extension;
    this.tiles = tiles;
  }

  /** Without a dot. */
  public String extension() {
    return extension;
  }

  /** Whether it holds tiles; the features of the others are cut into some. */
  public boolean holdsTiles() {
    return tiles;
  }

  /**
   * @param name for the message
   * @throws BadInputException when it is none of them: with what it is and what is taken
   */
  public static GroundFormat of(Path file, String name) throws IOException, BadInputException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD);
    }
    if (PmtilesArchive.claims(head)) {
      return PMTILES;
    }
    if (MbtilesArchive.claims(head)) {
      return MbtilesArchive.isIt(file) ? MBTILES : GEOPACKAGE;
    }
    String text = new String(head, StandardCharsets.UTF_8).replace("\uFEFF", "").stripLeading();
    if (text.startsWith("PK\u0003\u0004")) {
      return SHAPEFILE;
    }
    if (text.startsWith("{") || text.startsWith("\u001e{")) {
      return GEOJSON;
    }
    throw new BadInputException(
        Fault.of(
                "file",
                Message.of("it is {guess}", guess(head, text)),
                "Send PMTiles (version 3), MBTiles, GeoJSON, a GeoPackage or a zipped Shapefile")
            .at(name, 0));
  }

  private static String guess(byte[] head, String text) {
    if (head.length == 0) {
      return "empty";
    }
    if (head[0] == 0x1F && head.length > 1 && head[1] == (byte) 0x8B) {
      return "compressed by gzip";
    }
    if (head.length > 3 && head[0] == 0 && head[1] == 0 && head[2] == 0x27 && head[3] == 0x0A) {
      return "one file of a Shapefile, which needs the others beside it in a zip";
    }
    if (text.startsWith("<")) {
      return text.toLowerCase(Locale.ROOT).contains("<html") ? "a web page" : "XML";
    }
    if (text.startsWith("II*") || text.startsWith("MM")) {
      return "a TIFF";
    }
    return TileKind.of(head).filter(kind -> kind != TileKind.MVT).isPresent()
        ? "a single picture"
        : "of no format that is known here";
  }

  /**
   * Opens a file that holds tiles.
   *
   * @throws BadInputException when it cannot be used
   */
  public TileArchive open(Path file) throws IOException, BadInputException {
    return switch (this) {
      case PMTILES -> PmtilesArchive.open(file);
      case MBTILES -> MbtilesArchive.open(file);
      default -> throw new IllegalStateException(this + " holds no tiles");
    };
  }
}
