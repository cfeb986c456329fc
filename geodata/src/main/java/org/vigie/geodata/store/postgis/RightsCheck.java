package org.vigie.geodata.store.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Classification;

/**
 * Whether this database keeps what is marked from those who may not see it, asked as the
 * application's own role. One sentence for each thing that is wrong; none when it may be used.
 */
final class RightsCheck {

  private static final Logger LOG = LoggerFactory.getLogger(RightsCheck.class);

  /** Layer of the canary: a row in each log and feature table that only the cleared may see. */
  private static final String CANARY = "*canary*";

  private final Connection connection;

  /**
   * @param connection a transaction as nobody, with the role the application logs in as
   */
  RightsCheck(Connection connection) {
    this.connection = connection;
  }

  List<String> dangers() throws SQLException {
    List<String> dangers = new ArrayList<>(ask("check-rights"));
    dangers.addAll(versions());
    canary().ifPresent(dangers::add);
    return dangers;
  }

  private List<String> versions() throws SQLException {
    List<String> dangers = new ArrayList<>();
    SafeVersions.ofDriver(org.postgresql.util.DriverInfo.DRIVER_VERSION).ifPresent(dangers::add);
    String version = ask("show-version").get(0);
    Optional<String> old = SafeVersions.ofServer(version);
    if (old.isPresent() && SafeVersions.isPackaged(version)) {
      LOG.warn("{}; the distribution may have mended it without a new number", old.get());
    } else {
      old.ifPresent(dangers::add);
    }
    return dangers;
  }

  /** The proof beside the reasons: look at it without clearance, with it, and as nobody. */
  private Optional<String> canary() throws SQLException {
    long asNobody = seen();
    AccessSetting.apply(connection, canaryReader(Classification.CONFIDENTIAL));
    long uncleared = seen();
    AccessSetting.apply(connection, canaryReader(Classification.STRICTLY_CONFIDENTIAL));
    long cleared = seen();
    if (asNobody + uncleared > 0) {
      return Optional.of(
          "the database shows a STRICTLY CONFIDENTIAL row to somebody without clearance:"
              + " restore the policies of schema vigie from a backup, or drop and make it anew");
    }
    return cleared == 2
        ? Optional.empty()
        : Optional.of(
            "the rows by which the database is tried are gone from vigie.feature and vigie.change:"
                + " restore them from a backup");
  }

  private long seen() throws SQLException {
    return Long.parseLong(ask("count-canaries").get(0));
  }

  private static Access canaryReader(Classification clearance) {
    return new Access(
        new Author("vigie"),
        clearance,
        Access.ALL,
        Set.of(CANARY),
        Set.of(),
        Set.of(),
        Optional.empty());
  }

  private List<String> ask(String file) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(Statements.file(file));
        ResultSet rows = statement.executeQuery()) {
      List<String> answers = new ArrayList<>();
      while (rows.next()) {
        answers.add(rows.getString(1));
      }
      return answers;
    }
  }
}
