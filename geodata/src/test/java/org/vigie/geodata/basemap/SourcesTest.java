package org.vigie.geodata.basemap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKBWriter;
import org.vigie.geodata.basemap.shapefile.ShapefileSource;
import org.vigie.geodata.basemap.sqlite.GeoPackageSource;
import org.vigie.geodata.model.BadInputException;

/** GeoPackages and Shapefiles as they come, and as somebody would like them to come. */
class SourcesTest {

  private static final String WGS84 =
      "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
          + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

  private static final String UTM_33N =
      "PROJCS[\"WGS_1984_UTM_Zone_33N\","
          + WGS84
          + ",PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"False_Easting\",500000.0],"
          + "PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",15.0],"
          + "PARAMETER[\"Scale_Factor\",0.9996],PARAMETER[\"Latitude_Of_Origin\",0.0],"
          + "UNIT[\"Meter\",1.0]]";

  private static final GeometryFactory FACTORY = new GeometryFactory();

  @TempDir private Path folder;

  @Test
  void aGeoPackageIsBroughtToWgs84AndItsColumnsAreKept() throws Exception {
    Geometry metres = FACTORY.createPoint(new Coordinate(500_000, 552_000));
    try (GeoPackageSource source = GeoPackageSource.open(geoPackage(32633, "EPSG", metres))) {
      SourceFeature feature = source.next().orElseThrow();
      assertThat(feature.layer()).isEqualTo("EXERCISE roads");
      assertThat(feature.geometry().getCoordinate().x).isCloseTo(15, within(1e-9));
      assertThat(feature.geometry().getCoordinate().y).isCloseTo(4.9937, within(1e-3));
      assertThat(feature.attributes())
          .containsEntry("name", "EXERCISE road")
          .containsEntry("lanes", 2L);
      assertThat(source.next()).isEmpty();
    }
    Geometry degrees = FACTORY.createPoint(new Coordinate(20.5, 5.25));
    try (GeoPackageSource source = GeoPackageSource.open(geoPackage(4326, "EPSG", degrees))) {
      assertThat(source.next().orElseThrow().geometry().getCoordinate())
          .isEqualTo(new Coordinate(20.5, 5.25));
    }
  }

  @Test
  void aGeoPackageThatDoesNotSayWhereItLiesOrAsksForMoreThanRowsIsRefused() throws Exception {
    Geometry somewhere = FACTORY.createPoint(new Coordinate(500_000, 552_000));
    refused(geoPackage(-1, "NONE", somewhere), "does not say which reference system");
    refused(geoPackage(999_999, "EPSG", somewhere), "how that lies to WGS 84 is not known");
    Path view = geoPackage(4326, "EPSG", somewhere);
    GroundFiles.sqlite(
        view,
        connection -> {
          try (Statement statement = connection.createStatement()) {
            statement.execute("alter table \"EXERCISE roads\" rename to other");
            statement.execute("create view \"EXERCISE roads\" as select * from other");
          }
        });
    refused(view, "views are not asked");
    try (GeoPackageSource wrong = GeoPackageSource.open(geoPackage(4326, "EPSG", somewhere))) {
      assertThatThrownBy(wrong::next)
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("row 1")
          .hasMessageContaining("outside");
    }
  }

  @Test
  void aZippedShapefileIsReadWithItsHolesAttributesAndSystem() throws Exception {
    double[][] shell = {{0, 0}, {0, 1000}, {1000, 1000}, {1000, 0}, {0, 0}};
    double[][] hole = {{100, 100}, {200, 100}, {200, 200}, {100, 200}, {100, 100}};
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("area/zone.shp", shp(5, 500_000, 552_000, shell, hole));
    files.put("area/zone.dbf", dbf("NAME", "Zône A"));
    files.put("area/zone.prj", UTM_33N.getBytes(StandardCharsets.US_ASCII));
    files.put("area/zone.cpg", "UTF-8".getBytes(StandardCharsets.US_ASCII));
    try (ShapefileSource source = open(zip(files))) {
      SourceFeature feature = source.next().orElseThrow();
      assertThat(feature.layer()).isEqualTo("zone");
      assertThat(feature.attributes()).containsEntry("NAME", "Zône A");
      Geometry area = feature.geometry();
      assertThat(area.getNumGeometries()).isEqualTo(1);
      assertThat(area.isValid()).isTrue();
      assertThat(area.getEnvelopeInternal().getMinX()).isCloseTo(15, within(1e-6));
      double whole = area.getEnvelopeInternal().getArea();
      assertThat(area.getArea() / whole).as("without its hole").isCloseTo(0.99, within(0.001));
      assertThat(source.next()).isEmpty();
    }
    files.remove("area/zone.prj");
    refusedZip(zip(files), "there is no .prj beside it");
  }

  @Test
  void aZipThatLeadsOutOrOpensToTooMuchLeavesNothingBehind() throws Exception {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("../../evil.shp", shp(1, 20, 5, new double[][] {{0, 0}}));
    files.put("../../evil.prj", WGS84.getBytes(StandardCharsets.US_ASCII));
    try (ShapefileSource source = open(zip(files))) {
      assertThat(source.next().orElseThrow().geometry().getCoordinate())
          .isEqualTo(new Coordinate(20, 5));
    }
    assertThat(folder.resolve("../../evil.shp")).doesNotExist();
    files.put("bomb.dbf", new byte[40_000_000]);
    refusedZip(zip(files), "opens to more bytes than are taken");
    refusedZip(zip(Map.of("readme.txt", new byte[3])), "there is no .shp in it");
    byte[] whole = Files.readAllBytes(zip(Map.of("a.shp", shp(1, 1, 1, new double[][] {{0, 0}}))));
    for (int bytes : new int[] {70, whole.length - 1}) {
      Path cut = Files.write(fresh(".zip"), Arrays.copyOf(whole, bytes));
      refusedZip(cut, "damaged or cut off");
    }
  }

  @Test
  void countsThatLeadBeyondARecordAreRefusedWithItsNumber() throws Exception {
    byte[] shape = shp(5, 0, 0, new double[][] {{0, 0}, {0, 1}, {1, 1}, {0, 0}});
    ByteBuffer.wrap(shape).order(ByteOrder.LITTLE_ENDIAN).putInt(108 + 4 + 32, 2_000_000_000);
    Path zip = zip(Map.of("a.shp", shape, "a.prj", WGS84.getBytes(StandardCharsets.US_ASCII)));
    try (ShapefileSource source = open(zip)) {
      assertThatThrownBy(source::next)
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("a.shp:1");
    }
  }

  private ShapefileSource open(Path zip) throws Exception {
    return ShapefileSource.open(zip, fresh(".folder"), 30_000_000);
  }

  private void refusedZip(Path zip, String why) {
    Path work = fresh(".folder");
    assertThatThrownBy(
            () -> {
              try (ShapefileSource source = ShapefileSource.open(zip, work, 30_000_000)) {
                source.next();
              }
            })
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(why);
    assertThat(work).doesNotExist();
  }

  private void refused(Path file, String why) {
    assertThatThrownBy(() -> GeoPackageSource.open(file).close())
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(why);
  }

  private Path geoPackage(int srs, String organization, Geometry geometry) throws Exception {
    ByteArrayOutputStream blob = new ByteArrayOutputStream();
    blob.write(new byte[] {'G', 'P', 0, 1, 0, 0, 0, 0});
    blob.write(new WKBWriter().write(geometry));
    return GroundFiles.sqlite(
        fresh(".gpkg"),
        connection -> {
          try (Statement statement = connection.createStatement()) {
            statement.execute(
                "create table gpkg_spatial_ref_sys (srs_name, srs_id integer primary key,"
                    + " organization, organization_coordsys_id integer, definition)");
            statement.execute(
                "insert into gpkg_spatial_ref_sys values ('x', "
                    + srs
                    + ", '"
                    + organization
                    + "', "
                    + srs
                    + ", 'undefined')");
            statement.execute(
                "create table gpkg_geometry_columns (table_name, column_name, geometry_type_name,"
                    + " srs_id, z, m)");
            statement.execute(
                "insert into gpkg_geometry_columns values ('EXERCISE roads', 'geom', 'POINT', "
                    + srs
                    + ", 0, 0)");
            statement.execute(
                "create table \"EXERCISE roads\" (fid integer primary key, geom, name, lanes)");
          }
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "insert into \"EXERCISE roads\" values (1, ?, 'EXERCISE road', 2)")) {
            insert.setBytes(1, blob.toByteArray());
            insert.executeUpdate();
          }
        });
  }

  private Path zip(Map<String, byte[]> files) throws Exception {
    Path zip = fresh(".zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (Map.Entry<String, byte[]> each : files.entrySet()) {
        out.putNextEntry(new ZipEntry(each.getKey()));
        out.write(each.getValue());
      }
    }
    return zip;
  }

  /** One shape: a point, or rings. */
  private static byte[] shp(int type, double x, double y, double[][]... parts) {
    ByteBuffer bytes = ByteBuffer.allocate(10_000);
    bytes.putInt(9994).position(100);
    bytes.putInt(1).putInt(0);
    bytes.order(ByteOrder.LITTLE_ENDIAN).putInt(type);
    if (type != 1) {
      bytes.position(bytes.position() + 32);
      int points = 0;
      for (double[][] part : parts) {
        points += part.length;
      }
      bytes.putInt(parts.length).putInt(points);
      int start = 0;
      for (double[][] part : parts) {
        bytes.putInt(start);
        start += part.length;
      }
    }
    for (double[][] part : parts) {
      for (double[] point : part) {
        bytes.putDouble(x + point[0]).putDouble(y + point[1]);
      }
    }
    bytes.order(ByteOrder.BIG_ENDIAN).putInt(104, (bytes.position() - 108) / 2);
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  private static byte[] dbf(String field, String value) {
    byte[] text = value.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(32 + 32 + 1 + 21).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put((byte) 3).position(4);
    bytes.putInt(1).putShort((short) 65).putShort((short) 21);
    bytes.position(32);
    bytes.put(field.getBytes(StandardCharsets.US_ASCII)).position(32 + 11);
    bytes.put((byte) 'C').position(32 + 16);
    bytes.put((byte) 20).position(64);
    bytes.put((byte) 0x0D).put((byte) ' ').put(text);
    while (bytes.hasRemaining()) {
      bytes.put((byte) ' ');
    }
    return bytes.array();
  }

  private Path fresh(String ending) {
    return folder.resolve(UUID.randomUUID() + ending);
  }
}
