package org.vigie.server;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.access.Role;
import org.vigie.geodata.layer.Entitlements;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.server.http.Caller;
import org.vigie.server.testing.TestIncidents;

/** Two analysts before a sound server and, as a control, before one that protects nothing. */
final class LowAndHigh implements AutoCloseable {

  static final LayerCatalog CATALOG = LayerFiles.read();
  static final String LOW = "low";
  static final String HIGH = "high";

  private final WholeServer sound;
  private final WholeServer careless;
  private final FeatureStore all;
  private int made;

  LowAndHigh(DatabaseAddress address, Path folder) {
    sound = new WholeServer(address, CATALOG, folder.resolve("sound"));
    careless = new WholeServer(address, CATALOG, folder.resolve("careless"), CanaryTest::careless);
    all = sound.store().as(Access.everything(new Author("test")));
    admit(LOW, Classification.UNCLASSIFIED);
    admit(HIGH, Classification.STRICTLY_CONFIDENTIAL);
  }

  /** One more analyst, known to both. */
  void admit(String name, Classification clearance) {
    Access access =
        Entitlements.of(CATALOG)
            .access(new Author(name), Set.of(Role.ANALYST), clearance, Set.of(), Optional.empty());
    Caller caller = new Caller(name, Set.of(Role.ANALYST), access);
    sound.admit(name, caller);
    careless.admit(name, caller);
  }

  WholeServer sound() {
    return sound;
  }

  WholeServer careless() {
    return careless;
  }

  /** The database as one sees it who sees everything. */
  FeatureStore all() {
    return all;
  }

  Feature stored(String title) throws Exception {
    return stored(title, Classification.UNCLASSIFIED);
  }

  /** An incident beside those before it. */
  Feature stored(String title, Classification classification) throws Exception {
    made++;
    Feature incident =
        TestIncidents.incident(title, 20 + made * 0.01, 5.0, "2025-03-01", "RIOTS", 1L, 2)
            .withMarks(classification, Set.of());
    return all.write(writing -> writing.insert(incident));
  }

  @Override
  public void close() {
    careless.close();
    sound.close();
  }
}
