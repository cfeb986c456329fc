package org.vigie.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.LocationClass;
import org.vigie.geodata.model.Provenance;
import org.vigie.geodata.model.TimePrecision;
import org.vigie.geodata.model.TimeSpan;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.testing.PostgisTest;
import org.vigie.server.http.Caller;
import org.vigie.server.testing.CuttingProxy;
import org.vigie.server.testing.LiveClient;

/** Listening to what changes, at the whole server. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveStreamsTest {

  private static final LayerCatalog CATALOG = LayerFiles.read();
  private static final GeometryFactory WGS84 = new GeometryFactory(new PrecisionModel(), 4326);
  private static final Classification U = Classification.UNCLASSIFIED;
  private static final Classification SC = Classification.STRICTLY_CONFIDENTIAL;

  private WholeServer server;
  private FeatureStore chief;

  @BeforeAll
  void start(DatabaseAddress address, @TempDir Path folder) {
    server = new WholeServer(address, CATALOG, folder);
    chief = server.store().as(Access.everything(new Author("chief")));
    server.admit("chief", Caller.operator("chief"));
    server.admit("reader", reader("reader", U));
    server.admit("second", reader("second", U));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private static Caller reader(String name, Classification clearance) {
    return new Caller(
        name,
        Set.of(),
        new Access(
            new Author(name),
            clearance,
            Set.of(),
            Access.ALL,
            Set.of(),
            Set.of(),
            Optional.empty()));
  }

  static Feature incident(double lon, double lat) {
    return new Feature(
        FeatureId.random(),
        "incident",
        WGS84.createPoint(new Coordinate(lon, lat)),
        new TimeSpan(java.time.Instant.parse("2025-03-01T00:00:00Z"), null),
        TimePrecision.EXACT_DAY,
        LocationClass.VILLAGE,
        3000.0,
        U,
        Set.of(),
        Map.of("type", "BATTLES", "status", "REPORTED"),
        Provenance.own(),
        0,
        null);
  }

  private Feature insert(Feature feature) throws Exception {
    return chief.write(w -> w.insert(feature));
  }

  @Test
  void whoListensIsToldWhatIsAddedChangedAndRemovedAndWhere() throws Exception {
    try (LiveClient reader = server.listen("reader", "")) {
      assertThat(reader.next().name()).isEqualTo("position");
      Feature stored = insert(incident(10.5, -40.5));
      LiveClient.Event added = reader.await("changes");
      assertThat(added.features("added")).containsExactly(stored.id().toString());
      assertThat(added.data().at("/layers/0/tiles/zoom").asInt()).isEqualTo(10);
      assertThat(added.data().at("/layers/0/tiles/keys/0").asText()).isEqualTo("541/638");
      assertThat(added.data().at("/dataAsOf/sequence").asLong())
          .isEqualTo(chief.position().sequence());

      Feature changed =
          chief.write(w -> w.replace(stored.withProperty("title", "x"), stored.version()));
      assertThat(reader.await("changes").features("changed"))
          .containsExactly(stored.id().toString());
      chief.write(
          w -> {
            w.delete("incident", changed.id(), changed.version());
            return true;
          });
      assertThat(reader.await("changes").features("removed"))
          .containsExactly(stored.id().toString());
    }
  }

  @Test
  void aFeatureThatIsMarkedHigherLeavesTheMapOfWhoMayNotSeeItAndNoOther() throws Exception {
    Feature stored = insert(incident(11, -41));
    try (LiveClient reader = server.listen("reader", "");
        LiveClient other = server.listen("chief", "")) {
      reader.await("position");
      other.await("position");
      chief.write(w -> w.replace(stored.withMarks(SC, Set.of()), stored.version()));
      LiveClient.Event gone = reader.await("changes");
      assertThat(gone.features("removed")).containsExactly(stored.id().toString());
      assertThat(gone.data().toString()).doesNotContain("CONFIDENTIAL");
      assertThat(other.await("changes").features("changed"))
          .containsExactly(stored.id().toString());
    }
  }

  @Test
  void whatIsHiddenIsNotSaidAndLeavesNoGap() throws Exception {
    try (LiveClient reader = server.listen("reader", "")) {
      String first = reader.await("position").id();
      for (int i = 0; i < 5; i++) {
        insert(incident(12, -42).withMarks(SC, Set.of()));
      }
      Feature seen = insert(incident(12, -42));
      LiveClient.Event event = reader.await("changes");
      assertThat(event.features("added")).containsExactly(seen.id().toString());
      assertThat(event.id()).hasSameSizeAs(first).doesNotContain(event.data().toString());
      assertThat(reader.rest()).isEmpty();
    }
  }

  @Test
  void whoComesBackIsToldWhatHeMissedAndAnothersOrAForgedPositionOpensNothing() throws Exception {
    String left;
    try (LiveClient reader = server.listen("reader", "")) {
      left = reader.await("position").id();
    }
    Feature missed = insert(incident(13, -43));
    insert(incident(13, -43).withMarks(SC, Set.of()));
    try (LiveClient same = server.listen("second", left);
        LiveClient other = server.listen("chief", left);
        LiveClient forged = server.listen("reader", "A".repeat(48))) {
      assertThat(same.next().features("added")).containsExactly(missed.id().toString());
      assertThat(other.next().name()).isEqualTo("reset");
      assertThat(forged.next().name()).isEqualTo("reset");
    }
    HttpResponse<String> once =
        server.send("reader", "GET", "/api/changes/stream", "", Map.of("Last-Event-ID", left));
    assertThat(once.body()).contains(missed.id().toString()).contains("retry: ");
    assertThat(once.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
  }

  @Test
  void overALineThatIsCutAgainAndAgainNothingIsMissedAndNothingSaidTwice() throws Exception {
    long seed = Long.getLong("vigie.seed", System.nanoTime());
    System.getLogger("live").log(System.Logger.Level.INFO, "seed " + seed);
    int writes = 120;
    Map<String, Integer> told = new HashMap<>();
    List<String> written = new ArrayList<>();
    int connections = 0;
    try (CuttingProxy line = new CuttingProxy(server.port(), seed)) {
      URI stream = URI.create(line.url()).resolve("/api/changes/stream");
      Map<String, String> headers = Map.of("X-Test-Caller", "reader");
      String position = firstPosition();
      Thread writer =
          new Thread(
              () -> {
                try {
                  for (int i = 0; i < writes; i++) {
                    Feature stored = insert(incident(14, -44));
                    synchronized (written) {
                      written.add(stored.id().toString());
                    }
                  }
                } catch (Exception failure) {
                  throw new IllegalStateException(failure);
                }
              });
      writer.start();
      while (told.size() < writes) {
        connections++;
        try (LiveClient client = new LiveClient(stream, headers, position)) {
          while (told.size() < writes) {
            LiveClient.Event event = client.nextOrEnd();
            if (event == null) {
              break;
            }
            event.features("added").forEach(id -> told.merge(id, 1, Integer::sum));
          }
          position = client.lastId();
        }
      }
      writer.join();
      assertThat(line.cut()).as("cuts").isGreaterThan(3);
    }
    assertThat(told.keySet()).containsExactlyInAnyOrderElementsOf(written);
    assertThat(told.values()).allMatch(times -> times == 1);
    assertThat(connections).isGreaterThan(3);
  }

  private String firstPosition() throws Exception {
    try (LiveClient client = server.listen("reader", "")) {
      return client.await("position").id();
    }
  }
}
