package org.vigie.server.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.vigie.geodata.tile.ReadTile;

/**
 * Whether tiles have as many incidents as the database counts, whichever way they tell: one by one,
 * or as counts on a grid. Else speeds would mean nothing.
 */
final class TileCheck {

  private static final int TILES = 12;

  private final Connection database;

  TileCheck(Connection database) {
    this.database = database;
  }

  void check(Contestant contestant, List<Cell> cells) throws Exception {
    for (Cell cell : cells) {
      if (cell.limit() > 0) {
        continue;
      }
      long counted = 0;
      long told = 0;
      for (Question question : cell.questions().subList(0, TILES)) {
        counted += counted(question);
        told += told(contestant.client().get(contestant.tile().apply(question)));
      }
      System.out.printf(
          Locale.ROOT,
          "%s, %s: %,d of %,d incidents in %d tiles%n",
          contestant.name(),
          cell.what(),
          told,
          counted,
          TILES);
      // a place on the very border is rounded to one side or the other
      if (Math.abs(told - counted) > TILES + counted / 100) {
        throw new AssertionError(contestant.name() + " tells another number of incidents");
      }
    }
  }

  private long counted(Question question) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(FlatTable.count(question))) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static long told(byte[] sent) throws IOException {
    boolean isOurs = sent.length > 2 && sent[0] == 0x1f && (sent[1] & 0xff) == 0x8b;
    if (!isOurs) {
      return PointsInTile.count(sent);
    }
    byte[] tile;
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(sent))) {
      tile = in.readAllBytes();
    }
    return ReadTile.of(tile).values().stream()
        .flatMap(layer -> layer.features().stream())
        .filter(TileCheck::isInside)
        .mapToLong(each -> ((Number) each.attributes().getOrDefault("count", 1L)).longValue())
        .sum();
  }

  private static boolean isInside(ReadTile.ReadFeature feature) {
    double x = feature.geometry().getCoordinate().x;
    double y = feature.geometry().getCoordinate().y;
    return x >= 0 && y >= 0 && x < 4096 && y < 4096;
  }
}
