package org.vigie.geodata.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureRef;
import org.vigie.geodata.model.LinkType;
import org.vigie.geodata.store.Attachment;
import org.vigie.geodata.store.Attachments;
import org.vigie.geodata.store.AuditReport;
import org.vigie.geodata.store.AuditTrail;
import org.vigie.geodata.store.Batch;
import org.vigie.geodata.store.BulkLoad;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.Merge;
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

  @Test
  void importsMergesAndPhotographsThatWereChangedAddedOrTakenAwayAreNamed() throws Exception {
    Map<String, String> ids = keepOneOfEach();
    assertThat(audit.verify("").damages()).isEmpty();
    Map<String, String> lies =
        Map.of(
            "load", "title = 'EXERCISE forged'",
            "merge", "links_made = '{}', kind = 'SPLIT'",
            "merge_end", "transaction = transaction + 1",
            "attachment", "content = 'EXERCISE'");
    for (String table : lies.keySet()) {
      String key = table.equals("load") ? "batch" : table.equals("merge_end") ? "merge" : "id";
      String row = table + " " + ids.get(table);
      String that = " where " + key + " = '" + ids.get(table) + "'";
      assertThat(damages("update vigie." + table + " set " + lies.get(table) + that))
          .anyMatch(damage -> damage.startsWith(row + ": is not as it was written"));
      String ends =
          table.equals("merge")
              ? "with gone as (delete from vigie.merge_end where merge = '" + ids.get(table) + "') "
              : "";
      assertThat(damages(ends + "delete from vigie." + table + that))
          .anyMatch(damage -> damage.startsWith(row + ": is gone"));
    }
    assertThat(
            damages(
                "insert into vigie.load select gen_random_uuid(), -transaction, author, layer,"
                    + " title, inserted, updated, unchanged, repeated, classification,"
                    + " compartments, geom from vigie.load limit 1"))
        .anyMatch(damage -> damage.startsWith("load ") && damage.endsWith("is not in the audit"));
    assertThat(audit.verify("").damages()).as("nothing of it stayed").isEmpty();
  }

  @Test
  void whoeverAlsoForgesTheEntryOfAPhotographBreaksTheChain() throws Exception {
    String id = keepOneOfEach().get("attachment");
    assertThat(
            damages(
                "with forged as (update vigie.attachment set name = 'forged.jpg' where id = '"
                    + id
                    + "' returning vigie.kept_digest(attachment) as content) update vigie.audit a"
                    + " set content = forged.content from forged where a.kind = 'attachment' and"
                    + " a.subject = '"
                    + id
                    + "'"))
        .as("the row fits its entry, and the entry not the chain")
        .isNotEmpty()
        .allMatch(damage -> damage.startsWith("audit entry "));
  }

  /** What verification says after a statement that no guard of the database kept away. */
  private List<String> damages(String statement) throws SQLException {
    try (Connection connection = Tampering.unguarded(address);
        Statement change = connection.createStatement()) {
      assertThat(change.executeUpdate(statement)).as(statement).isPositive();
      List<String> damages =
          Tampering.verify(connection, "").damages().stream().map(Object::toString).toList();
      connection.rollback();
      return damages;
    }
  }

  /** Ids of a row in each table beside the log. */
  private Map<String, String> keepOneOfEach() throws Exception {
    Feature one = store.write(w -> w.insert(Incidents.at(3, 3)));
    Feature other = store.write(w -> w.insert(Incidents.at(3, 4)));
    Merge.Draft merge =
        store.write(
            w -> {
              Merge.Draft draft =
                  new Merge.Draft(
                      UUID.randomUUID(),
                      Merge.Kind.MERGE,
                      one.layer(),
                      one.id(),
                      List.of(new Merge.Part(one.id(), 1), new Merge.Part(other.id(), 1)),
                      List.of(w.link(LinkType.SAME_AS, FeatureRef.of(other), FeatureRef.of(one))),
                      List.of());
              w.note(draft);
              return draft;
            });
    store.write(
        w -> {
          w.noteUndone(merge.id());
          return w.link(LinkType.FOLLOWS, FeatureRef.of(other), FeatureRef.of(one));
        });
    Attachment photograph =
        root.attachments(Access.everything(AUTHOR))
            .add(
                FeatureRef.of(one),
                new Attachments.Picture(
                    "EXERCISE.jpg", "image/jpeg", 2, 2, new byte[] {1, 2, 3}, new byte[] {4}))
            .orElseThrow();
    Batch batch;
    try (BulkLoad load = store.open(one.layer(), "EXERCISE")) {
      load.add(Incidents.at(3, 5));
      batch = load.commit();
    }
    return Map.of(
        "load", batch.id().toString(),
        "merge", merge.id().toString(),
        "merge_end", merge.id().toString(),
        "attachment", photograph.id().toString());
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
