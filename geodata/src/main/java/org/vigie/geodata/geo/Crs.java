package org.vigie.geodata.geo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.geometry.jts.JTS;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.BoundingBox;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/**
 * A coordinate reference system in which geometries are taken and given. Inside, everything is WGS
 * 84 longitude/latitude; a CRS lives at the edge only. Coordinates stand in the axis order that the
 * CRS defines: EPSG:4326 is latitude first.
 *
 * <p>The first use reads the EPSG database (about a second); {@link #prepare} does that in the
 * background. EPSG:8857 (Equal Earth) is not offered: GeoTools puts it 20 km beside PROJ.
 */
public final class Crs {

  public static final Crs CRS84 = new Crs("http://www.opengis.net/def/crs/OGC/1.3/CRS84", 0);

  private static final Logger LOG = LoggerFactory.getLogger(Crs.class);

  // It prints what it also throws, with the stack, past our log.
  private static final java.util.logging.Logger NOISE =
      java.util.logging.Logger.getLogger("org.geotools.referencing.factory");

  static {
    NOISE.setLevel(Level.OFF);
  }

  private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";
  private static final Pattern FORMS =
      Pattern.compile(
          "(?:https?://www\\.opengis\\.net/def/crs/|urn:ogc:def:crs:|)"
              + "(OGC|EPSG)[/:]+(?:[0-9.]*[/:])?(CRS84|[0-9]{4,6})");
  private static final Map<String, Crs> OFFERED = offer();

  /** From the central meridian: its own zone, and one more on either side. */
  private static final double ZONE_REACH_DEGREES = 9;

  /** Far inside the 90 degrees at which the projection breaks down. */
  private static final double ZONE_LIMIT_DEGREES = 60;

  private final String uri;
  private final int epsg;
  private final Map<Boolean, MathTransform> transforms = new ConcurrentHashMap<>();

  private Crs(String uri, int epsg) {
    this.uri = uri;
    this.epsg = epsg;
  }

  /** Every CRS that can be asked for, CRS84 first. */
  public static List<Crs> list() {
    return List.copyOf(OFFERED.values());
  }

  /**
   * The CRS of this name: its OGC URI, URN, {@code EPSG:4326} or the same in square brackets; empty
   * when it is not offered.
   */
  public static Optional<Crs> find(String name) {
    String bare =
        name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
    Matcher form = FORMS.matcher(bare);
    if (!form.matches()) {
      return Optional.empty();
    }
    String code = Objects.requireNonNull(form.group(2));
    String uri = code.equals("CRS84") ? CRS84.uri : EPSG + code;
    boolean authorityFits = code.equals("CRS84") == "OGC".equals(form.group(1));
    return authorityFits ? Optional.ofNullable(OFFERED.get(uri)) : Optional.empty();
  }

  /**
   * Reads the EPSG database in the background.
   *
   * @param directory where it is unpacked, kept from start to start
   */
  public static void prepare(Path directory) {
    try {
      // GeoTools makes no parents and would quietly use the machine's temporary folder.
      Files.createDirectories(directory);
    } catch (IOException notWritable) {
      throw new UncheckedIOException(notWritable);
    }
    System.setProperty("EPSG-HSQL.directory", directory.toString());
    Thread thread = new Thread(() -> unpack(directory), "epsg-database");
    thread.setDaemon(true);
    thread.start();
  }

  private static void unpack(Path directory) {
    try {
      list().get(1).transform(true);
    } catch (IllegalStateException failed) {
      LOG.warn("The EPSG database could not be read by way of {}: is the disk full?", directory);
    }
  }

  public String uri() {
    return uri;
  }

  /** EPSG code; 0 for CRS84. */
  public int epsg() {
    return epsg;
  }

  /**
   * Whether it suits all of a box: for a transverse Mercator zone that the box comes near the zone
   * and reaches nowhere far from it, where coordinates lose their meaning.
   */
  public boolean suits(BoundingBox box) {
    int zone = epsg % 100;
    boolean north = epsg > 32600 && epsg <= 32660;
    boolean south = epsg > 32700 && epsg <= 32760;
    if (!north && !south && (epsg < 25828 || epsg > 25838)) {
      return true;
    }
    double meridian = zone * 6 - 183;
    double west = box.west() - meridian;
    double east = (box.crossesAntimeridian() ? box.east() + 360 : box.east()) - meridian;
    double turn = 360 * Math.rint((west + east) / 720);
    boolean near = west - turn <= ZONE_REACH_DEGREES && east - turn >= -ZONE_REACH_DEGREES;
    boolean nowhereFar = west - turn >= -ZONE_LIMIT_DEGREES && east - turn <= ZONE_LIMIT_DEGREES;
    return near && nowhereFar && (south ? box.south() < 0 : box.north() >= 0);
  }

  /** Whether its coordinates are degrees of longitude and latitude, in whichever order. */
  public boolean isGeographic() {
    return epsg == 0 || epsg == 4326 || epsg == 4258;
  }

  /** Whether a geographic CRS has the latitude first. */
  public boolean isLatitudeFirst() {
    return isGeographic() && epsg != 0;
  }

  /**
   * @param longitudeLatitude a WGS 84 geometry
   * @return the same in this CRS and its axis order
   * @throws BadInputException when it lies where the CRS cannot express it
   */
  public Geometry fromWgs84(Geometry longitudeLatitude) throws BadInputException {
    return this == CRS84 ? longitudeLatitude : apply(longitudeLatitude, true);
  }

  /**
   * @param own a geometry in this CRS and its axis order
   * @return the same in WGS 84 longitude/latitude
   */
  public Geometry toWgs84(Geometry own) throws BadInputException {
    return this == CRS84 ? own : apply(own, false);
  }

  private Geometry apply(Geometry geometry, boolean forward) throws BadInputException {
    try {
      Geometry result = JTS.transform(geometry, transform(forward));
      for (Coordinate coordinate : result.getCoordinates()) {
        if (!Double.isFinite(coordinate.x) || !Double.isFinite(coordinate.y)) {
          throw outside(geometry);
        }
      }
      return result;
    } catch (TransformException | ArithmeticException outOfItsArea) {
      throw outside(geometry);
    }
  }

  private BadInputException outside(Geometry geometry) {
    Coordinate at = geometry.getCoordinate();
    return new BadInputException(
        Fault.of(
            "crs",
            Message.of("a geometry at {x} {y} lies outside the area of {uri}", at.x, at.y, uri),
            "Choose another CRS or a smaller area"));
  }

  private MathTransform transform(boolean forward) {
    return transforms.computeIfAbsent(
        forward,
        f -> {
          try {
            CoordinateReferenceSystem own = CRS.decode("EPSG:" + epsg, false);
            // Lenient: a datum without shift parameters counts as WGS 84 (ETRS89 differs by < 1 m).
            return f
                ? CRS.findMathTransform(DefaultGeographicCRS.WGS84, own, true)
                : CRS.findMathTransform(own, DefaultGeographicCRS.WGS84, true);
          } catch (FactoryException missing) {
            throw new IllegalStateException("EPSG:" + epsg + " is not in the database", missing);
          }
        });
  }

  private static Map<String, Crs> offer() {
    List<Integer> codes = new ArrayList<>(List.of(4326, 3857, 4258, 3035, 3395));
    for (int zone = 1; zone <= 60; zone++) {
      codes.add(32600 + zone);
    }
    for (int zone = 1; zone <= 60; zone++) {
      codes.add(32700 + zone);
    }
    for (int zone = 28; zone <= 38; zone++) {
      codes.add(25800 + zone);
    }
    Map<String, Crs> offered = new LinkedHashMap<>();
    offered.put(CRS84.uri, CRS84);
    for (int code : codes) {
      offered.put(EPSG + code, new Crs(EPSG + code, code));
    }
    return offered;
  }

  @Override
  public String toString() {
    return uri;
  }
}
