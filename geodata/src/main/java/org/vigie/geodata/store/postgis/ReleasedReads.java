package org.vigie.geodata.store.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vigie.geodata.store.ReleasedCounts;

/** Asks for released counts; what may be told is decided in the database alone. */
final class ReleasedReads {

  private final Connection connection;

  ReleasedReads(Connection connection) {
    this.connection = connection;
  }

  Optional<ReleasedCounts> find(String layer) throws SQLException {
    Sql sql = Sql.of(Statements.file("released-counts"), layer);
    try (PreparedStatement statement = Statements.prepare(connection, sql);
        ResultSet rows = statement.executeQuery()) {
      if (!rows.next()) {
        return Optional.empty();
      }
      YearMonth now = YearMonth.from(rows.getObject(1, LocalDate.class));
      int below = rows.getInt(2);
      List<ReleasedCounts.Cell> cells = new ArrayList<>();
      do {
        String area = rows.getString(3);
        if (area != null) {
          YearMonth month = YearMonth.from(rows.getObject(4, LocalDate.class));
          cells.add(new ReleasedCounts.Cell(area, month, rows.getLong(5)));
        }
      } while (rows.next());
      // Not the order of the database, which might tell how it counted.
      cells.sort(
          Comparator.comparing(ReleasedCounts.Cell::area)
              .thenComparing(ReleasedCounts.Cell::month));
      return Optional.of(new ReleasedCounts(now, below, cells));
    }
  }
}
