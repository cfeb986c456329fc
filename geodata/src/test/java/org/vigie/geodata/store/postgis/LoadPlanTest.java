package org.vigie.geodata.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.store.BulkLoad;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.testing.PostgisTest;

/** A large load is matched with what is stored by hashing or by an index, never row by row. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoadPlanTest {

  private static final int STORED = 10_000;
  private static final int MANY = 20_000;

  private PostgisStore root;

  @BeforeAll
  void fill(DatabaseAddress address) throws Exception {
    root = PostgisStore.open(address, Incidents.CATALOG);
    try (BulkLoad load = root.as(all()).open("incident", "stored")) {
      for (int i = 0; i < STORED; i++) {
        load.add(Incidents.withSource(Incidents.at(1, 1), "plan", "row-" + i));
      }
      load.commit();
    }
  }

  @AfterAll
  void close() {
    root.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {10, MANY})
  void aLoadIsNotComparedWithEveryStoredRow(int rows) throws Exception {
    assertThat(plan(rows, ""))
        .doesNotContain("Materialize")
        .containsPattern("Hash Cond: .*source_id|Index Cond: .*source_id = l.source_id");
  }

  /** The control: what the planner does when it believes how few rows the policies leave. */
  @Test
  void leftToItselfThePlannerWouldCompareEachWithEach() throws Exception {
    assertThat(plan(MANY, "set local enable_material = on"))
        .contains("Materialize")
        .containsPattern("Join Filter: .*source_id = l.source_id");
  }

  private static Access all() {
    return Access.everything(new Author("test"));
  }

  private String plan(int rows, String setting) throws SQLException {
    String preview =
        Statements.file("load-preview")
            .replace("/*match*/", Statements.file("load-match"))
            .replace("/*news*/", Statements.file("load-news"))
            .replace("?", "'incident'");
    try (Connection connection = root.database().session();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      AccessSetting.apply(connection, all());
      statement.execute(Statements.file("load-stage"));
      statement.execute(
          "insert into vigie_load (ord, id, source_system, source_id, classification, original,"
              + " properties, protected, withheld) select i, gen_random_uuid(), 'new', i::text,"
              + " 'UNCLASSIFIED', '[]', '{}', '{}', false from generate_series(1, "
              + rows
              + ") i");
      statement.execute("analyze vigie_load (ord, source_system, source_id)");
      statement.execute(setting);
      StringBuilder plan = new StringBuilder();
      try (ResultSet lines = statement.executeQuery("explain " + preview)) {
        while (lines.next()) {
          plan.append(lines.getString(1)).append('\n');
        }
      }
      connection.rollback();
      return plan.toString();
    }
  }
}
