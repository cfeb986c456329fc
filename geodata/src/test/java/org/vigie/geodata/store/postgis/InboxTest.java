package org.vigie.geodata.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.FeatureRef;
import org.vigie.geodata.model.LinkType;
import org.vigie.geodata.store.Change;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.Inbox;
import org.vigie.geodata.store.Inbox.Waiting;
import org.vigie.geodata.testing.PostgisTest;

@PostgisTest
class InboxTest {

  private static final Layer INCIDENT = Incidents.CATALOG.get("incident");

  private PostgisStore root;
  private FeatureStore store;

  @BeforeEach
  void open(DatabaseAddress address) throws Exception {
    root = PostgisStore.open(address, Incidents.CATALOG);
    store = root.as(Access.everything(new Author("ann")));
    for (Waiting left : inbox(Optional.empty(), Duration.ZERO).items()) {
      Feature feature = left.feature();
      store.write(
          w -> {
            w.delete(feature.layer(), feature.id(), feature.version());
            return feature;
          });
    }
  }

  @AfterEach
  void close() {
    root.close();
  }

  @Test
  void nothingWaitsInAnEmptyMission() {
    Inbox inbox = inbox(Optional.empty(), Duration.ZERO);
    assertThat(inbox.counts()).isEmpty();
    assertThat(inbox.items()).isEmpty();
    assertThat(inbox.total()).isZero();
  }

  @Test
  void theMostSevereComesFirstThenWhatWaitedLongestForItsState() throws Exception {
    Feature triaged = incident("TRIAGED", 4);
    Feature reported = incident("REPORTED", 4);
    Feature worst = incident("CORROBORATING", 5);
    Feature slight = incident("REPORTED", 1);
    Feature unknown =
        store.write(w -> w.insert(Incidents.withProperties(Incidents.at(1, 1), Map.of())));
    incident("CLOSED", 5);
    Inbox inbox = inbox(Optional.empty(), Duration.ofHours(2));
    assertThat(inbox.items())
        .extracting(Waiting::feature)
        .extracting(Feature::id)
        .as("two hours are twice the target of REPORTED and a twelfth of that of TRIAGED")
        .containsExactly(worst.id(), reported.id(), triaged.id(), unknown.id(), slight.id());
    assertThat(inbox.counts())
        .isEqualTo(Map.of("REPORTED", 3L, "TRIAGED", 1L, "CORROBORATING", 1L));
    assertThat(inbox.items().get(1).target()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void waitingBeginsWithTheStateAndNotWithTheLastEdit() throws Exception {
    Feature feature = incident("REPORTED", 3);
    Feature edited = replace(feature, Map.of("title", "edited"));
    Instant reported = store.history("incident", feature.id()).get(0).committedAt();
    assertThat(waiting().since()).isBetween(reported.minusSeconds(1), reported);
    assertThat(waiting().since()).isBefore(edited.recordedAt());
    Feature triaged = replace(edited, Map.of("status", "TRIAGED"));
    assertThat(waiting().since()).isEqualTo(triaged.recordedAt());
    Feature back = replace(triaged, Map.of("status", "REPORTED"));
    assertThat(waiting().since()).isEqualTo(back.recordedAt());
    List<Change> history = store.history("incident", feature.id());
    assertThat(history).hasSize(4);
  }

  @Test
  void aReportWaitsUntilItIsLinkedOrCorrected() throws Exception {
    Feature incident = incident("CLOSED", 1);
    Feature old = report("old");
    Feature correction = report("correction");
    assertThat(inbox(Optional.empty(), Duration.ZERO).counts()).isEqualTo(Map.of("REPORT", 2L));
    store.write(w -> w.link(LinkType.CORRECTS, FeatureRef.of(correction), FeatureRef.of(old)));
    Inbox inbox = inbox(Optional.of(Inbox.CORRECTIONS), Duration.ZERO);
    assertThat(inbox.counts()).isEqualTo(Map.of("CORRECTION", 1L));
    assertThat(inbox.items()).extracting(w -> w.feature().id()).containsExactly(correction.id());
    store.write(
        w -> w.link(LinkType.REPORTED_BY, FeatureRef.of(correction), FeatureRef.of(incident)));
    assertThat(inbox(Optional.empty(), Duration.ZERO).total()).isZero();
  }

  @Test
  void pagesFollowOneAnother() throws Exception {
    for (int i = 0; i < 5; i++) {
      incident("REPORTED", 3);
    }
    List<FeatureId> all = ids(new Inbox.Request(INCIDENT, Optional.empty(), 9, 0, Instant.now()));
    List<FeatureId> second =
        ids(new Inbox.Request(INCIDENT, Optional.empty(), 2, 2, Instant.now()));
    assertThat(second).isEqualTo(all.subList(2, 4));
  }

  private List<FeatureId> ids(Inbox.Request request) {
    return store.inbox(request).items().stream().map(w -> w.feature().id()).toList();
  }

  private Waiting waiting() {
    return inbox(Optional.empty(), Duration.ZERO).items().get(0);
  }

  private Inbox inbox(Optional<String> queue, Duration later) {
    return store.inbox(new Inbox.Request(INCIDENT, queue, 50, 0, Instant.now().plus(later)));
  }

  private Feature incident(String status, long severity) throws Exception {
    return store.write(
        w ->
            w.insert(
                Incidents.withProperties(
                    Incidents.at(1, 1), Map.of("status", status, "severity", severity))));
  }

  private Feature replace(Feature feature, Map<String, Object> properties) throws Exception {
    return store.write(
        w -> w.replace(Incidents.withProperties(feature, properties), feature.version()));
  }

  private Feature report(String headline) throws Exception {
    Feature feature = Incidents.at(1, 1);
    return store.write(
        w ->
            w.insert(
                new Feature(
                    FeatureId.random(),
                    "report",
                    feature.geometry(),
                    feature.validTime(),
                    feature.timePrecision(),
                    feature.locationClass(),
                    feature.radiusMetres(),
                    Classification.CONFIDENTIAL,
                    Set.of(),
                    Map.of(
                        "headline",
                        headline,
                        "raw_text",
                        "EXERCISE",
                        "channel",
                        "RADIO",
                        "received_at",
                        Incidents.DAY),
                    feature.provenance(),
                    0,
                    null)));
  }
}
