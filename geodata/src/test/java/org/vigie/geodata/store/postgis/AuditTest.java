package org.vigie.geodata.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.store.AuditReport;
import org.vigie.geodata.store.AuditTrail;
import org.vigie.geodata.store.BulkLoad;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.testing.PostgisTest;

/** What was written cannot be changed without being seen. */
@PostgisTest
class AuditTest {

  private static final Author AUTHOR = new Author("amina");
  private static final long SEED = 20260702;
  private static final int TRIALS = Integer.getInteger("vigie.audit.trials", 120);

  private final DatabaseAddress address;
  private PostgisStore root;
  private FeatureStore store;
  private AuditTrail audit;

  AuditTest(DatabaseAddress address) {
    this.address = address;
  }

  @BeforeEach
  void open() {
    root = PostgisStore.open(address, Incidents.CATALOG);
    store = root.as(Access.everything(AUTHOR));
    audit = root.auditTrail();
  }

  @AfterEach
  void close() {
    root.close();
  }

  @Test
  void everyKindOfWriteEntersTheChainAndVerifies() throws Exception {
    writeSomething();
    audit.record("sign-in", AUTHOR, "from 127.0.0.1");
    AuditReport report = audit.verify("");
    assertThat(report.damages()).isEmpty();
    assertThat(report.entries()).isGreaterThan(5);
    assertThat(report.rows())
        .isEqualTo(
            Long.parseLong(value("select count(*) from vigie.change where layer <> '*canary*'")));
    assertThat(report.head()).isEqualTo(audit.head()).hasSize(64);
    assertThat(value("select count(*) from vigie.revision"))
        .isEqualTo(value("select count(*) from vigie.audit where kind = 'revision'"));
    assertThat(audit.verify(2, 4, "").entries()).isEqualTo(3);
    assertThat(audit.verify(2, 4, "").isSound()).isTrue();
  }

  @Test
  void aNoteUnderTheNameOfARevisionIsRefused() {
    assertThatThrownBy(() -> audit.record("revision", AUTHOR, "x"))
        .hasMessageContaining("chained when it is written");
  }

  @Test
  void everyColumnOfTheLogIsDigested() throws Exception {
    String statement = Statements.file("audit-leaves");
    for (String column :
        Databases.texts(
            address,
            "select attname from pg_attribute where attrelid = 'vigie.change'::regclass"
                + " and attnum > 0 and not attisdropped and attgenerated = ''")) {
      assertThat(statement).as("column " + column).contains("c." + column);
    }
  }

  @Test
  void whateverIsFlippedDroppedSwappedAddedOrCutIsDetectedAndNamed() throws Exception {
    System.out.println("AuditTest seed " + SEED + ", " + TRIALS + " trials");
    writeSomething();
    String head = audit.head();
    Tampering tampering = new Tampering(address, new Random(SEED));
    List<String> missed = new ArrayList<>();
    for (int trial = 0; trial < TRIALS; trial++) {
      Tampering.Trial done = tampering.next();
      AuditReport report = done.verifyBeforeRollingBack(head);
      if (report.isSound() || done.isUnnamedIn(report)) {
        missed.add(done + " → " + report.damages());
      }
    }
    assertThat(missed).isEmpty();
    assertThat(audit.verify(head).damages()).as("nothing of it stayed").isEmpty();
  }

  @Test
  void aCutAtTheEndIsSeenAgainstTheHeadNotedOutsideAndNotWithoutIt() throws Exception {
    writeSomething();
    String head = audit.head();
    try (Connection connection = Tampering.unguarded(address)) {
      Tampering.cutTail(connection);
      assertThat(Tampering.verify(connection, "").damages())
          .as("from inside a clean cut cannot be seen: why the head is noted outside")
          .isEmpty();
      assertThat(Tampering.verify(connection, head).damages())
          .anySatisfy(d -> assertThat(d.toString()).contains("its end was cut off"));
      connection.rollback();
    }
  }

  @Test
  void withoutTheChainARewriterWhoRecomputesTheDigestsOfOneWriteGoesUnseen() throws Exception {
    writeSomething();
    try (Connection connection = Tampering.unguarded(address)) {
      Tampering.rewriteOneRevisionWithItsDigest(connection);
      AuditReport report = Tampering.verify(connection, "");
      assertThat(report.damages()).as("the chain sees it").isNotEmpty();
      Damages unchained = new Damages();
      new LogCheck(connection, unchained).run(1, Long.MAX_VALUE);
      assertThat(unchained.list()).as("digests without a chain do not").isEmpty();
      connection.rollback();
    }
  }

  private void writeSomething() throws Exception {
    for (int i = 0; i < 4; i++) {
      Feature first = Incidents.withProperties(Incidents.at(i, 1), Map.of("severity", 2L));
      Feature stored = store.write(w -> w.insert(first));
      store.write(w -> w.replace(Incidents.withProperties(stored, Map.of("severity", 3L)), 1));
    }
    Feature gone = store.write(w -> w.insert(Incidents.at(9, 9)));
    store.write(
        w -> {
          w.delete("incident", gone.id(), 1);
          return true;
        });
    try (BulkLoad load = store.open("incident", "a file")) {
      for (int i = 0; i < 20; i++) {
        load.add(Incidents.withSource(Incidents.at(i, 2), "audit", "row-" + i));
      }
      load.commit();
    }
  }

  private String value(String sql) throws SQLException {
    return Databases.texts(address, sql).get(0);
  }
}
