package org.vigie.server.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.vigie.geodata.tile.TileAddress;

/**
 * Questions of one sort, no two alike, so that no cache has an answer: each is about another minute
 * of ten years, and about the tile of an event that is drawn by lot, as people look where something
 * is.
 */
final class Questions {

  private static final int PLACES = 5_000;
  private static final Instant FIRST = Instant.parse("2016-07-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2026-07-01T00:00:00Z");
  private static final List<String> KINDS = List.of("ARMED_CLASH", "ATTACK", "LAND_DISPUTE");

  private final List<double[]> places = new ArrayList<>();

  Questions(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select lon, lat from bench.event where lon is not null order by id limit "
                    + PLACES)) {
      while (rows.next()) {
        places.add(new double[] {rows.getDouble(1), rows.getDouble(2)});
      }
    }
  }

  /** Tiles of a zoom with the events of so many days, of three kinds or of all. */
  List<Question> tiles(int zoom, int days, boolean threeKinds, int count) {
    TileAddress world = new TileAddress(0, 0, 0);
    Random random = new Random(zoom * 1_000L + days);
    long minutes = Duration.between(FIRST, LAST).minus(Duration.ofDays(days)).toMinutes();
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double[] place = places.get(random.nextInt(places.size()));
      Instant from = FIRST.plus(Duration.ofMinutes(random.nextLong(minutes)));
      questions.add(
          new Question(
              zoom,
              (int) (world.y(place[1]) / TileAddress.EXTENT * (1 << zoom)),
              (int) (world.x(place[0]) / TileAddress.EXTENT * (1 << zoom)),
              from,
              from.plus(Duration.ofDays(days)),
              threeKinds ? KINDS : List.of()));
    }
    return questions;
  }
}
