package org.vigie.geodata.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vigie.geodata.format.Mapping;
import org.vigie.geodata.format.MappingFile;
import org.vigie.geodata.format.Reading;
import org.vigie.geodata.format.TextSource;
import org.vigie.geodata.geo.CoordinateText;
import org.vigie.geodata.geo.Crs;
import org.vigie.geodata.geo.LocationText;
import org.vigie.geodata.geo.Mgrs;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.query.Filter;
import org.vigie.geodata.query.FilterEvaluator;
import org.vigie.geodata.query.Queryables;
import org.vigie.geodata.query.cql2.Cql2Json;
import org.vigie.geodata.query.cql2.Cql2Text;
import org.vigie.geodata.query.ecql.Ecql;
import org.vigie.geodata.store.postgis.CursorDoor;

/** All parsers of the module, each with input that it reads. */
public final class Parsers {

  private static final List<Parser> ALL =
      List.of(
          Parser.ofText(
              "cql2-text",
              text -> use(Cql2Text.parse(text)),
              "type = 'BATTLES' AND (severity >= 3 OR NOT killed_best BETWEEN 1 AND 2)",
              "S_INTERSECTS(geom, POLYGON((0 0, 1 0, 1 1, 0 0)))",
              "T_DURING(INTERVAL(valid_from, '..'), INTERVAL('2024-01-01', '2024-02-01'))",
              "CASEI(ACCENTI(place_name)) LIKE CASEI(ACCENTI('%Bangui\\%_''s'))",
              "S_INTERSECTS(GEOMETRYCOLLECTION(POINT(1 2), MULTIPOINT((0 0), (1 1))), geom)"),
          Parser.ofText(
              "cql2-json",
              text -> use(Cql2Json.parse(text)),
              "{\"op\":\"and\",\"args\":[{\"op\":\"=\",\"args\":[{\"property\":\"type\"},\"X\"]},"
                  + "{\"op\":\"not\",\"args\":[{\"op\":\"isNull\",\"args\":[{\"property\":\"ref\"}]}]}]}",
              "{\"op\":\"s_intersects\",\"args\":[{\"property\":\"geom\"},{\"type\":\"Polygon\","
                  + "\"coordinates\":[[[0,0],[1,0],[1,1],[0,0]]]}]}",
              "{\"op\":\"t_before\",\"args\":[{\"property\":\"valid_from\"},{\"date\":\"2024-01-01\"}]}"),
          Parser.ofText(
              "ecql",
              text -> use(Ecql.parse(text)),
              "type = 'BATTLES' AND INTERSECTS(geom, POLYGON((0 0, 1 0, 1 1, 0 0)))",
              "WITHIN(geom, POINT(18.5 4.3)) OR severity IN (1, 2)",
              "valid_from DURING 2024-01-01T00:00:00Z/P1M AND title ILIKE '%a%'",
              "BBOX(geom, 1, 2, 3, 4) AND title = 'x'"),
          Parser.ofText(
              "csv",
              text -> file("csv", "x.csv", text.getBytes(StandardCharsets.UTF_8)),
              "source_system;source_id;title;type;date;lat;lon;weapon\n"
                  + "a;1;Émeute;RIOTS;13/04/2026 10:30;1,5;-2,5;IED\n"
                  + "a;2;\"two\nlines\";CRIME;01/04/2026;5;26;\n"),
          Parser.ofText(
              "geojson",
              text -> file("geojson", "x.geojson", text.getBytes(StandardCharsets.UTF_8)),
              "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":"
                  + "{\"type\":\"Point\",\"coordinates\":[-20.5,15]},\"properties\":{\"type\":"
                  + "\"RIOTS\",\"valid_from\":\"2026-01-02T00:00:00Z\",\"weapon\":[\"IED\"]}}]}",
              "{\"type\":\"Feature\",\"geometry\":{\"type\":\"GeometryCollection\",\"geometries\":"
                  + "[{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,0]]]}]},"
                  + "\"properties\":null}"),
          Parser.ofText(
              "ucdp-ged",
              text -> file("ucdp-ged", "x.csv", text.getBytes(StandardCharsets.UTF_8)),
              "id,relid,year,type_of_violence,side_a,side_b,where_prec,latitude,longitude,geom_wkt,"
                  + "date_prec,date_start,date_end,deaths_civilians,best,high,low\n"
                  + "1,A,2026,1,Front,Army,2,-10.5,-20.25,POINT (-20.25 -10.5),3,"
                  + "2026-02-01T00:00:00,2026-02-07 00:00:00.000,0,3,5,2\n"),
          Parser.ofText(
              "acled",
              text -> file("acled", "x.csv", text.getBytes(StandardCharsets.UTF_8)),
              "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,inter1,latitude,longitude,geo_precision,fatalities,notes\n"
                  + "MAR1,16 May 2025,2,Riots,Mob violence,Crowd,5,-10.25,-21.5,1,0,\"made,"
                  + " up\"\n"),
          new Parser(
              "unknown-file",
              List.of(
                  "a,b\n1,2\n".getBytes(StandardCharsets.UTF_16LE),
                  "{\"type\":\"Feature\"}".getBytes(StandardCharsets.UTF_8),
                  "PK\3\4".getBytes(StandardCharsets.ISO_8859_1),
                  "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><kml>&x;</kml>"
                      .getBytes(StandardCharsets.UTF_8)),
              bytes -> Reading.of(new TextSource("x", bytes))),
          Parser.ofText(
              "mapping-file",
              text -> MappingFile.read("mapping.yaml", text),
              "format: csv\ndelimiter: \";\"\ndates: dmy\ntimezone: Africa/Bangui\nsource: log\n"
                  + "identity: [No, Year]\ncolumns:\n  Genre: type\n  Quand: valid_from\n"
                  + "values:\n  type:\n    Combat: BATTLES\n"),
          Parser.ofText(
              "layer-file",
              Parsers::layerFile,
              "layer: checkpoint\nlabel: {en: Checkpoints}\ngroup: operations\norder: 50\n"
                  + "geometry: point\ntime: state\nclassification: CONFIDENTIAL\n"
                  + "identity: [ref]\ntitle: name\nsymbol:\n  by: level\n  marks:\n"
                  + "    OPEN: green circle\n  other: grey circle\nproperties:\n"
                  + "  ref:\n    type: text\n    label: {en: Reference}\n"
                  + "  name:\n    type: text\n    label: {en: Name}\n    required: true\n"
                  + "  level:\n    type: code\n    label: {en: Level}\n    codes:\n"
                  + "      OPEN: {en: Open}\n"),
          Parser.ofText(
              "coordinates",
              CoordinateText::parse,
              "4.3612, 18.555",
              "4°21'40\"N 18°33'18\"E",
              "5°30.5'N 26°15'E",
              "35NKF8507",
              "N 4 21 40 E 18 33 18"),
          Parser.ofText(
              "location-text",
              LocationText::parse,
              "4.3612, 18.555",
              "5 km NE of Bangui",
              "35NKF8507",
              "33N 745000 482000"),
          Parser.ofText("mgrs", Mgrs::parse, "35NKF8507", "33P WK 12345 67890", "18SUJ2337106519"),
          Parser.ofText(
              "reference-system",
              text -> known(Crs.find(text)),
              "http://www.opengis.net/def/crs/EPSG/0/4326",
              "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
              "EPSG:32634"),
          new Parser(
              "cursor",
              CursorDoor.seeds(),
              bytes -> CursorDoor.decode(new String(bytes, StandardCharsets.UTF_8))));

  private Parsers() {}

  public static List<Parser> all() {
    return ALL;
  }

  public static Parser get(String name) {
    return ALL.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  private static void use(Filter filter) throws BadInputException {
    Queryables queryables = Queryables.of(Reading.INCIDENT);
    new FilterEvaluator(queryables).predicate(queryables.check(filter));
  }

  private static void file(String format, String name, byte[] bytes)
      throws IOException, BadInputException {
    Reading.of(new TextSource(name, bytes), Reading.INCIDENT, Mapping.NONE.withFormat(format));
  }

  private static void known(Optional<Crs> crs) throws BadInputException {
    if (crs.isEmpty()) {
      throw new BadInputException(Fault.of("crs", "is unknown", "Use one of the list"));
    }
  }

  private static void layerFile(String text) throws IOException, BadInputException {
    Path folder = Files.createTempDirectory("vigie-fuzz-");
    Path file = Files.writeString(folder.resolve("checkpoint.layer.yaml"), text);
    try {
      LayerFiles.read(Optional.of(folder));
    } finally {
      Files.delete(file);
      Files.delete(folder);
    }
  }
}
