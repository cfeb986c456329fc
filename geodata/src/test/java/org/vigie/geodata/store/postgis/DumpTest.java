package org.vigie.geodata.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.store.AuditReport;
import org.vigie.geodata.store.BulkLoad;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.Dump;
import org.vigie.geodata.store.DumpException;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.testing.PostgisTest;
import org.vigie.geodata.testing.TestDatabases;

/** What is read back is what was written, with what protects it. */
@PostgisTest
class DumpTest {

  private static final Author AUTHOR = new Author("amina");
  private static final long SEED = 20260704;

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
    assertThatThrownBy(() -> restore(address, dump)).hasMessageContaining("schema version 99999");
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
      root.auditTrail().record("sign-in", AUTHOR, "x");
    }
    return dump(address);
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
