package org.vigie.server.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/**
 * The same incidents as other tile servers like them best: a flat table without rights, in the
 * projection of the tiles, in the order of place, with the indexes that did best, and what was
 * asked of it.
 */
final class FlatTable {

  /** The longest a made-up incident lasts, so that the index on the start can be used. */
  private static final int LONGEST_DAYS = 31;

  private FlatTable() {}

  /** Makes the table from what the mission has, unless it is there with so many rows. */
  static void make(Connection connection, int events) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (rows(statement) == events) {
        return;
      }
      statement.execute("drop schema if exists bench cascade");
      statement.execute("create schema bench");
      statement.execute(
          """
          create unlogged table bench.event as
          select row_number() over () as number, id, st_transform(geom, 3857)::geometry(point, 3857) as geom,
                 st_x(geom) as lon, st_y(geom) as lat, valid_from, valid_to,
                 extract(epoch from valid_from)::bigint as start,
                 extract(epoch from valid_to)::bigint as "end",
                 properties ->> 'ref' as ref, properties ->> 'title' as title,
                 properties ->> 'type' as type, properties ->> 'subtype' as subtype,
                 (properties ->> 'severity')::int as severity, properties ->> 'status' as status,
                 properties ->> 'place_name' as place_name, properties ->> 'admin1' as admin1,
                 properties ->> 'admin2' as admin2,
                 properties ->> 'perpetrator_type' as perpetrator_type,
                 properties ->> 'target_type' as target_type,
                 (properties ->> 'civilian_targeting')::boolean as civilian_targeting,
                 (properties ->> 'un_involved')::boolean as un_involved,
                 (properties ->> 'killed_best')::int as killed_best,
                 (properties ->> 'injured')::int as injured,
                 (properties ->> 'displaced')::int as displaced,
                 radius_m::int as radius_m, location_class, classification
            from vigie.feature_incident
           order by st_geohash(st_setsrid(geom, 4326), 12)
          """);
      statement.execute("create index on bench.event using gist (geom)");
      statement.execute("create index on bench.event (valid_from)");
      statement.execute("create index on bench.event (subtype, valid_from)");
      statement.execute("vacuum analyze bench.event");
    }
  }

  private static long rows(Statement statement) throws SQLException {
    try (ResultSet there = statement.executeQuery("select to_regclass('bench.event')")) {
      there.next();
      if (there.getString(1) == null) {
        return -1;
      }
    }
    try (ResultSet count = statement.executeQuery("select count(*) from bench.event")) {
      count.next();
      return count.getLong(1);
    }
  }

  /** The condition of a question, with constants, which plan best. */
  private static String condition(Question question) {
    String kinds =
        question.kinds().isEmpty()
            ? ""
            : " and subtype in ('" + String.join("', '", question.kinds()) + "')";
    return "valid_from < '"
        + question.to()
        + "' and valid_to > '"
        + question.from()
        + "' and valid_from >= '"
        + question.from()
        + "'::timestamptz - interval '"
        + LONGEST_DAYS
        + " days'"
        + kinds;
  }

  /** A tile as pg_tileserv makes one, with what our tiles tell of each incident. */
  static String tile(Question question) {
    return String.format(
        Locale.ROOT,
        "select st_asmvt(t, 'incident', 4096, 'geom') from ("
            + "select st_asmvtgeom(geom, st_tileenvelope(%1$d, %2$d, %3$d), 4096, 128, true) as"
            + " geom, id::text, start, \"end\", type, severity, radius_m, title from bench.event"
            + " where geom && st_tileenvelope(%1$d, %2$d, %3$d, margin => 0.03125) and %4$s) t",
        question.zoom(),
        question.column(),
        question.row(),
        condition(question));
  }

  /** A page as pg_featureserv makes one. */
  static String page(Question question, int limit) {
    return "select '{\"type\":\"FeatureCollection\",\"features\":[' || coalesce(string_agg("
        + "st_asgeojson(t.*, 'geom', 7), ','), '') || ']}' from (select st_transform(geom, 4326) as"
        + " geom, id, valid_from, valid_to, ref, title, type, subtype, severity, status,"
        + " place_name, admin1, admin2, perpetrator_type, target_type, civilian_targeting,"
        + " un_involved, killed_best, injured, displaced, radius_m, location_class, classification"
        + " from bench.event where "
        + condition(question)
        + " limit "
        + limit
        + ") t";
  }

  /** How many incidents a tile without a buffer has. */
  static String count(Question question) {
    return String.format(
        Locale.ROOT,
        "select count(*) from bench.event where geom && st_tileenvelope(%d, %d, %d) and %s",
        question.zoom(),
        question.column(),
        question.row(),
        condition(question));
  }
}
