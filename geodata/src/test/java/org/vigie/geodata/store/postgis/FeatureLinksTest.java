package org.vigie.geodata.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.FeatureRef;
import org.vigie.geodata.model.LinkType;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureLink;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.testing.PostgisTest;

@PostgisTest
class FeatureLinksTest {

  private PostgisStore root;
  private FeatureStore store;
  private Feature first;
  private Feature second;

  @BeforeEach
  void open(DatabaseAddress address) throws Exception {
    root = PostgisStore.open(address, Incidents.CATALOG);
    store = root.as(Access.everything(new Author("ann")));
    first = store.write(w -> w.insert(Incidents.at(1, 1)));
    second = store.write(w -> w.insert(Incidents.at(2, 2)));
  }

  @AfterEach
  void close() {
    root.close();
  }

  @Test
  void aLinkIsSeenFromBothEndsWithItsAuthor() throws Exception {
    UUID id = link(LinkType.FOLLOWS, first, second);
    FeatureLink fromFirst = store.links("incident", first.id()).get(0);
    assertThat(store.links("incident", second.id())).containsExactly(fromFirst);
    assertThat(fromFirst.id()).isEqualTo(id);
    assertThat(fromFirst.type()).isEqualTo(LinkType.FOLLOWS);
    assertThat(fromFirst.from()).isEqualTo(FeatureRef.of(first));
    assertThat(fromFirst.other(FeatureRef.of(first))).isEqualTo(FeatureRef.of(second));
    assertThat(fromFirst.author().name()).isEqualTo("ann");
    assertThat(fromFirst.since()).isEqualTo(store.position().committedAt());
    assertThat(store.findLink(id)).contains(fromFirst);
  }

  @Test
  void aLinkTakenBackStaysInWhatWasKnownThen() throws Exception {
    UUID id = link(LinkType.PART_OF, first, second);
    Instant then = store.position().committedAt();
    root.as(Access.everything(new Author("bea")))
        .write(
            w -> {
              w.unlink(id);
              return id;
            });
    assertThat(store.links("incident", first.id())).isEmpty();
    assertThat(store.findLink(id)).isEmpty();
    assertThat(store.links("incident", first.id(), then)).hasSize(1);
    assertThat(store.links("incident", first.id(), then.minusNanos(1000))).isEmpty();
    assertThat(store.links("incident", first.id(), store.position().committedAt())).isEmpty();
    FeatureLink ended = store.linkHistory("incident", first.id()).get(0);
    assertThat(ended.ended().orElseThrow().author().name()).isEqualTo("bea");
    assertThatThrownBy(() -> unlink(id)).hasMessageContaining("there is no link");
  }

  @Test
  void aLinkIsKeptWithTheFeatureMadeInTheSameTransactionOrNotAtAll() {
    Feature third = Incidents.at(3, 3);
    assertThatThrownBy(
            () ->
                store.write(
                    w -> {
                      Feature stored = w.insert(third);
                      w.link(LinkType.SAME_AS, FeatureRef.of(stored), FeatureRef.of(first));
                      throw new IllegalStateException("fails afterwards");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(store.find("incident", third.id())).isEmpty();
    assertThat(store.linkHistory("incident", first.id())).isEmpty();
  }

  @Test
  void aDeletedFeatureTakesItsLinksWithIt() throws Exception {
    link(LinkType.SAME_AS, first, second);
    Instant then = store.position().committedAt();
    store.write(
        w -> {
          w.delete("incident", second.id(), 1);
          return second;
        });
    assertThat(store.links("incident", first.id())).isEmpty();
    assertThat(store.links("incident", first.id(), then)).hasSize(1);
  }

  @Test
  void whatContradictsALinkIsRefused() throws Exception {
    link(LinkType.FOLLOWS, first, second);
    assertThatThrownBy(() -> link(LinkType.FOLLOWS, first, second)).hasMessageContaining("already");
    assertThatThrownBy(() -> link(LinkType.FOLLOWS, second, first)).hasMessageContaining("already");
    assertThatThrownBy(() -> link(LinkType.SAME_AS, first, first)).hasMessageContaining("itself");
    link(LinkType.RETALIATION_FOR, first, second);
    assertThat(store.links("incident", first.id())).hasSize(2);
  }

  @Test
  void aLinkToNothingIsRefused() {
    FeatureRef nowhere = new FeatureRef("incident", FeatureId.random());
    assertThatThrownBy(
            () -> store.write(w -> w.link(LinkType.FOLLOWS, FeatureRef.of(first), nowhere)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("there is no feature " + nowhere);
  }

  @Test
  void ofManyWhoMakeTheSameLinkAtOnceOneMakesIt() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(6);
    try {
      List<Future<Boolean>> racers = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        boolean forward = i % 2 == 0;
        racers.add(
            pool.submit(
                () -> {
                  try {
                    link(LinkType.CAUSED_BY, forward ? first : second, forward ? second : first);
                    return true;
                  } catch (BadInputException late) {
                    return false;
                  }
                }));
      }
      int made = 0;
      for (Future<Boolean> racer : racers) {
        made += racer.get() ? 1 : 0;
      }
      assertThat(made).isEqualTo(1);
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void theReasonOfAWriteStandsInTheHistory() throws Exception {
    store.write(
        w -> {
          w.because("called back");
          return w.replace(first, 1);
        });
    assertThat(store.history("incident", first.id()))
        .extracting(change -> change.reason())
        .containsExactly("", "called back");
  }

  private UUID link(LinkType type, Feature from, Feature to) throws Exception {
    return store.write(w -> w.link(type, FeatureRef.of(from), FeatureRef.of(to)));
  }

  private void unlink(UUID id) throws Exception {
    store.write(
        w -> {
          w.unlink(id);
          return id;
        });
  }
}
