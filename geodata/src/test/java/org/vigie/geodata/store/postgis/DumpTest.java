package org.vigie.geodata.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.FeatureRef;
import org.vigie.geodata.store.AuditReport;
import org.vigie.geodata.store.BulkLoad;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.Dump;
import org.vigie.geodata.store.DumpException;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.SavedView;
import org.vigie.geodata.store.Shifts;
import org.vigie.geodata.store.Snapshot;
import org.vigie.geodata.store.UnsafeDatabaseException;
import org.vigie.geodata.testing.PostgisTest;
import org.vigie.geodata.testing.TestDatabases;

/** What is read back is what was written, with what protects it. */
@PostgisTest
class DumpTest {

  private static final Author AUTHOR = new Author("amina");
  private static final long SEED = 20260704;
  private static final String OLD_ID = "11111111-2222-4333-8444-555555555555";

  private static final String OLD_PARTITIONS =
      "create table vigie.feature_incident partition of vigie.feature for values in ('incident');"
          + " create table vigie.change_incident partition of vigie.change for values in"
          + " ('incident')";

  /** One incident with its change and revision, as they were written at schema version 17. */
  private static final List<String> OLD_ROWS =
      List.of(
          "insert into vigie.layer (name, state) values ('incident', 'of old')",
          "insert into vigie.feature (id, layer, geom, valid_from, classification, source_system,"
              + " properties, version, recorded_at) values ('"
              + OLD_ID
              + "', 'incident', 'SRID=4326;POINT(-20 -50)', '2025-03-01Z', 'UNCLASSIFIED', 'vigie',"
              + " '{\"type\": \"BATTLES\", \"status\": \"REPORTED\"}', 1, '2025-03-02Z')",
          "insert into vigie.change (transaction, operation, id, layer, geom, valid_from,"
              + " classification, source_system, original, properties, version, recorded_at)"
              + " select nextval('vigie.transaction_key'), 'INSERT', id, layer, geom, valid_from,"
              + " classification, source_system, original, properties, version, recorded_at"
              + " from vigie.feature where layer = 'incident'",
          "insert into vigie.revision (number, transaction, committed_at, author)"
              + " select 1, transaction, '2025-03-02Z', 'of old' from vigie.change"
              + " where layer = 'incident'");

  @Test
  void everyTableComesBackByteForByteWithPoliciesAndChain(DatabaseAddress address)
      throws Exception {
    Map<String, byte[]> dump = dumpOfSomething(address);
    DatabaseAddress empty = TestDatabases.create();
    try {
      prepare(empty);
      AuditReport audit = restore(empty, dump);
      assertThat(audit.isSound()).isTrue();
      assertThat(audit.rows()).isGreaterThan(100);
      Map<String, byte[]> again = dump(empty);
      assertThat(again.keySet()).containsExactlyElementsOf(dump.keySet());
      again.forEach(
          (name, bytes) -> assertThat(sorted(bytes)).as(name).isEqualTo(sorted(dump.get(name))));
      try (PostgisStore root = PostgisStore.open(empty, Incidents.CATALOG)) {
        FeatureStore store = root.as(Access.everything(AUTHOR));
        store.write(w -> w.insert(Incidents.at(7, 7)));
        assertThat(root.auditTrail().verify("").damages()).isEmpty();
      }
    } finally {
      TestDatabases.drop(empty);
    }
  }

  @Test
  void aRestoreThatLosesItsRowLevelSecurityOrATriggerIsRefused(DatabaseAddress address)
      throws Exception {
    Map<String, byte[]> dump = dumpOfSomething(address);
    for (String fault :
        new String[] {
          "alter table vigie.feature disable row level security",
          "alter table vigie.link no force row level security",
          "alter table vigie.link disable row level security",
          "drop policy both_ends_are_seen on vigie.link",
          "drop trigger append_only on vigie.audit"
        }) {
      DatabaseAddress spoiled = TestDatabases.create();
      try {
        prepare(spoiled);
        Databases.execute(spoiled, fault);
        assertThatThrownBy(() -> restore(spoiled, dump))
            .as(fault)
            .isInstanceOf(DumpException.class)
            .hasMessageContaining("what protects the rows");
        assertThat(Databases.texts(spoiled, "select count(*) from vigie.revision"))
            .as("nothing is kept")
            .containsExactly("0");
      } finally {
        TestDatabases.drop(spoiled);
      }
    }
  }

  @Test
  void aRowThatWasChangedInTheDumpIsSeenByTheAudit(DatabaseAddress address) throws Exception {
    Map<String, byte[]> dump = dumpOfSomething(address);
    String changes = new String(dump.get("tables/change"), StandardCharsets.UTF_8);
    dump.put(
        "tables/change",
        changes.replaceFirst("BATTLES", "PROTEST").getBytes(StandardCharsets.UTF_8));
    DatabaseAddress empty = TestDatabases.create();
    try {
      prepare(empty);
      assertThatThrownBy(() -> restore(empty, dump))
          .isInstanceOf(DumpException.class)
          .hasMessageContaining("audit does not verify")
          .hasMessageContaining("not as it was written");
    } finally {
      TestDatabases.drop(empty);
    }
  }

  @Test
  void whatIsNotEmptyOrOfAnotherVersionIsRefused(DatabaseAddress address) throws Exception {
    Map<String, byte[]> dump = dumpOfSomething(address);
    assertThatThrownBy(() -> restore(address, dump)).hasMessageContaining("not empty");
    String manifest = new String(dump.get(Dump.MANIFEST), StandardCharsets.UTF_8);
    dump.put(
        Dump.MANIFEST,
        manifest
            .replaceFirst("\"schema\":\"\\d+\"", "\"schema\":\"99999\"")
            .getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> restore(address, dump))
        .hasMessageContaining("schema version 99999")
        .hasMessageContaining("update Vigie");
  }

  /** The control of the comparison with what protects the rows: what it missed, a start refuses. */
  @Test
  void aRestoreThatWasSpoiledAfterwardsFailsTheSelfCheck(DatabaseAddress address) throws Exception {
    Map<String, byte[]> dump = dumpOfSomething(address);
    DatabaseAddress restored = TestDatabases.create();
    try {
      prepare(restored);
      restore(restored, dump);
      prepare(restored);
      for (String table : List.of("feature", "change", "link", "attachment", "audit")) {
        Databases.execute(restored, "alter table vigie." + table + " disable row level security");
        assertThatThrownBy(() -> prepare(restored))
            .isInstanceOf(UnsafeDatabaseException.class)
            .hasMessageContaining("vigie." + table + " is not under row-level security");
        Databases.execute(restored, "alter table vigie." + table + " enable row level security");
      }
      prepare(restored);
    } finally {
      TestDatabases.drop(restored);
    }
  }

  /**
   * A database of schema version 17 with rows in it, as a restore by an older version leaves one:
   * this version refuses to restore its backup and says how; opened, it has the rules of a new
   * database, all its rows and a sound audit.
   */
  @Test
  void anOlderDatabaseIsBroughtUpToDateAndAnOlderBackupSaysHow() throws Exception {
    DatabaseAddress old = TestDatabases.create();
    DatabaseAddress empty = TestDatabases.create();
    try {
      prepare(empty);
      migrateTo17(old);
      try (Connection owner = OwnerConnection.open(old);
          Statement statement = owner.createStatement()) {
        statement.execute(OLD_PARTITIONS);
      }
      for (String sql : OLD_ROWS) {
        Databases.execute(old, sql);
      }
      assertThat(rules(old)).as("it is an older one").isNotEqualTo(rules(empty));
      Map<String, byte[]> dump = dump(old);
      assertThatThrownBy(() -> restore(empty, dump))
          .isInstanceOf(DumpException.class)
          .hasMessageContaining("schema version 17")
          .hasMessageContaining("the version of Vigie that made it")
          .hasMessageContaining("brings it up to date");

      prepare(old);
      assertThat(rules(old)).isEqualTo(rules(empty));
      try (PostgisStore root = PostgisStore.open(old, Incidents.CATALOG)) {
        FeatureStore store = root.as(Access.everything(AUTHOR));
        Feature kept = store.find("incident", FeatureId.find(OLD_ID).orElseThrow()).orElseThrow();
        store.write(w -> w.replace(Incidents.withProperties(kept, Map.of("title", "new")), 1));
        assertThat(store.history("incident", kept.id()))
            .extracting(change -> change.author().name())
            .containsExactlyInAnyOrder("of old", "amina");
        AuditReport audit = root.auditTrail().verify("");
        assertThat(audit.damages()).isEmpty();
        assertThat(audit.rows()).isEqualTo(2);
      }
    } finally {
      TestDatabases.drop(old);
      TestDatabases.drop(empty);
    }
  }

  private static void migrateTo17(DatabaseAddress address) {
    DatabaseAddress owner = address.asOwner().orElseThrow();
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(owner.jdbcUrl());
    database.setUser(owner.user());
    database.setPassword(owner.password());
    Flyway.configure(Migrations.class.getClassLoader())
        .configuration(Migrations.flyway(database).getConfiguration())
        // those of today fit the schema of today
        .repeatableSqlMigrationPrefix("NONE")
        .validateMigrationNaming(false)
        .target("17")
        .load()
        .migrate();
  }

  private static List<String> rules(DatabaseAddress address) throws Exception {
    return Databases.texts(address, Statements.file("dump-rules"));
  }

  private static Map<String, byte[]> dumpOfSomething(DatabaseAddress address) throws Exception {
    try (PostgisStore root = PostgisStore.open(address, Incidents.CATALOG)) {
      FeatureStore store = root.as(Access.everything(AUTHOR));
      Random random = new Random(SEED);
      for (int i = 0; i < 20; i++) {
        double lon = random.nextDouble() * 40 - 20;
        store.write(w -> w.insert(Incidents.at(lon, 3.3)));
      }
      String load = "load-" + System.nanoTime();
      try (BulkLoad rows = store.open("incident", "a file")) {
        for (int i = 0; i < 100; i++) {
          rows.add(Incidents.withSource(Incidents.at(i, 2), load, "row\t\\" + i));
        }
        rows.commit();
      }
      keepWatch(root, store);
      root.auditTrail().record("sign-in", AUTHOR, "x");
    }
    return dump(address);
  }

  /** What people keep beside the log: their views, snapshots and how far they have read. */
  private static void keepWatch(PostgisStore root, FeatureStore store) throws Exception {
    Access amina = Access.everything(AUTHOR);
    Feature seen = store.write(w -> w.insert(Incidents.at(1, 1)));
    root.shifts(amina).move(store.position().sequence());
    root.shifts(amina).see(List.of(new Shifts.Seen(FeatureRef.of(seen), seen.version())));
    Set<String> circle = Set.of("POC");
    root.savedViews(amina)
        .add(
            new SavedView.Content(
                "north", "a note", "#v1/7/1/1/", true, false, Classification.CONFIDENTIAL, circle),
            10);
    Snapshot frozen =
        root.snapshots(amina)
            .add(
                new Snapshot.Draft(
                    "noon",
                    "",
                    "#v1/7/1/1/",
                    store.position(),
                    Classification.CONFIDENTIAL,
                    circle,
                    List.of("incident"),
                    Optional.empty()));
    root.snapshots(amina).withdraw(frozen);
  }

  private static Map<String, byte[]> dump(DatabaseAddress address) throws Exception {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    DatabaseDump.write(
        address,
        name ->
            new ByteArrayOutputStream() {
              @Override
              public void close() {
                parts.put(name, toByteArray());
              }
            });
    return parts;
  }

  private static void prepare(DatabaseAddress address) {
    PostgisStore.open(address, Incidents.CATALOG).close();
  }

  private static AuditReport restore(DatabaseAddress address, Map<String, byte[]> dump)
      throws Exception {
    var parts = dump.entrySet().iterator();
    try (DatabaseRestore restore = DatabaseRestore.begin(address, part(parts.next()))) {
      while (parts.hasNext() && restore.read(part(parts.next()))) {
        // each part is read in its turn
      }
      return restore.finish();
    }
  }

  private static Dump.Part part(Map.Entry<String, byte[]> entry) {
    return new Dump.Part(entry.getKey(), new ByteArrayInputStream(entry.getValue()));
  }

  /** COPY gives rows in no order. */
  private static Map<String, Integer> sorted(byte[] bytes) {
    Map<String, Integer> lines = new TreeMap<>();
    new String(bytes, StandardCharsets.UTF_8).lines().forEach(l -> lines.merge(l, 1, Integer::sum));
    return lines;
  }
}
