package org.vigie.geodata.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.TimeModel;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.query.Filter;
import org.vigie.geodata.query.Queryables;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.testing.PostgisTest;

/**
 * Filters that try to become SQL are run on PostGIS as the superuser, whom nothing would stop, and
 * the text of every statement is looked at.
 */
@PostgisTest
class FilterInjectionTest {

  private static final int FILTERS = Integer.getInteger("vigie.filters", 10_000);
  private static final long SEED = Long.getLong("vigie.seed", System.nanoTime());
  private static final Layer LAYER = RandomThings.layer("injection", TimeModel.EVENT);
  private static final StatementAlphabet ALPHABET = new StatementAlphabet(LAYER);

  @Test
  void noFilterIsEverPartOfAStatement(DatabaseAddress address) throws Exception {
    try (FilterDatabase database = new FilterDatabase(address)) {
      String before = prepare(database, LAYER);
      SentStatements sent = new SentStatements(database.connection());
      FeatureReads reads = new FeatureReads(sent.connection());
      HostileFilters filters = new HostileFilters(new Random(SEED));
      Set<String> shapes = new HashSet<>();
      int run = 0;
      for (int i = 0; i < FILTERS; i++) {
        Filter filter;
        try {
          filter = Queryables.of(LAYER).check(filters.next());
        } catch (BadInputException refused) {
          continue;
        }
        FeatureQuery query = FeatureQuery.of(LAYER).withFilter(filter);
        try {
          reads.count(query);
        } catch (SQLException broken) {
          throw new AssertionError("seed " + SEED + ", filter " + i + ": " + filter, broken);
        }
        for (SentStatements.Sent each : sent.take()) {
          assertThat(fault(each)).as("seed %s, filter %s: %s", SEED, i, filter).isEmpty();
          shapes.add(ALPHABET.shape(each.text()));
        }
        run++;
      }
      System.out.printf(
          "seed %d: %d filters, %d run in %d shapes of statement, the rest refused%n",
          SEED, FILTERS, run, shapes.size());
      assertThat(run).isGreaterThan(FILTERS / 2);
      assertThat(state(database.connection())).isEqualTo(before);
    }
  }

  @Test
  void aFilterThatIsPutIntoTheTextIsNoticed(DatabaseAddress address) throws Exception {
    try (FilterDatabase database = new FilterDatabase(address)) {
      String before = prepare(database, RandomThings.layer("careless", TimeModel.EVENT));
      Connection connection = database.connection();
      connection.setAutoCommit(false);
      SentStatements sent = new SentStatements(connection);
      HostileFilters filters = new HostileFilters(new Random(SEED));
      int changed = 0;
      for (int i = 0; i < 300; i++) {
        String careless =
            "select count(*) from vigie.feature f where f.source_id = '" + filters.literal() + "'";
        try (var statement = sent.connection().prepareStatement(careless)) {
          statement.execute();
          changed += state(connection).equals(before) ? 0 : 1;
        } catch (SQLException syntax) {
          // most of them only break the statement
        }
        connection.rollback();
        assertThat(sent.take()).allSatisfy(each -> assertThat(fault(each)).isPresent());
      }
      assertThat(changed).isPositive();
    }
  }

  private static Optional<String> fault(SentStatements.Sent sent) {
    return sent.text().contains(HostileFilters.MARKER)
        ? Optional.of("what was sent stands in " + sent.text())
        : ALPHABET.stranger(ALPHABET.shape(sent.text()), sent.values());
  }

  private static String prepare(FilterDatabase database, Layer layer) throws SQLException {
    database.load(layer, new RandomThings(new Random(SEED)).features(layer, 40));
    try (Statement statement = database.connection().createStatement()) {
      statement.execute("drop table if exists shadow");
      statement.execute(
          "create table shadow as select 'kept' as secret from generate_series(1, 9)");
    }
    return state(database.connection());
  }

  /** The shadow, the features and the names of all tables. */
  private static String state(Connection connection) throws SQLException {
    StringBuilder state = new StringBuilder();
    for (String each :
        List.of(
            "select string_agg(secret, ' ') from shadow",
            "select md5(string_agg(f::text, ' ' order by f.id)) from vigie.feature f",
            "select md5(string_agg(oid::text || relname, ' ' order by oid)) from pg_class where"
                + " relkind in ('r', 'p', 'v', 'i')")) {
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(each)) {
        rows.next();
        state.append(rows.getString(1)).append('\n');
      }
    }
    return state.toString();
  }
}
