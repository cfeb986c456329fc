package org.vigie.geodata.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureRef;
import org.vigie.geodata.store.CopySource;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.geodata.store.LogPosition;
import org.vigie.geodata.store.postgis.PostgisStore;
import org.vigie.geodata.testing.PostgisTest;

/** Verifying finds an index that is not what the database holds. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndexVerificationTest {

  private static final long SEED = Long.getLong("vigie.seed", System.nanoTime());
  private static final Access ALL = Access.everything(new Author("test"));

  private final PostgisStore store;

  IndexVerificationTest(DatabaseAddress address) {
    store = PostgisStore.open(address, RandomEvents.CATALOG);
  }

  @BeforeAll
  void fill() throws Exception {
    RandomEvents random = new RandomEvents(SEED);
    store
        .as(ALL)
        .write(
            writing -> {
              for (int i = 0; i < 300; i++) {
                writing.insert(random.feature(random.layer()));
              }
              return true;
            });
  }

  @AfterAll
  void close() {
    store.close();
  }

  @Test
  void whatIsTheSameIsFoundToBeTheSame() {
    List<IndexVerification.Finding> findings = findings(store.copySource());
    assertThat(findings).allSatisfy(each -> assertThat(each.differences()).isEmpty());
    assertThat(findings.stream().filter(each -> each.layer().equals("incident")).count())
        .as("circles of readers")
        .isGreaterThan(5);
  }

  enum Fault {
    ONE_IS_MISSING,
    A_MARK_IS_LOWER,
    A_PLACE_IS_OFF,
    A_NUMBER_IS_WRONG
  }

  @ParameterizedTest
  @EnumSource
  void aDeliberateFaultIsNamed(Fault fault) {
    List<IndexVerification.Finding> findings = findings(new Faulty(store.copySource(), fault));
    assertThat(findings.stream().flatMap(each -> each.differences().stream()).toList())
        .as("seed %s", SEED)
        .isNotEmpty();
  }

  private List<IndexVerification.Finding> findings(CopySource source) {
    GuardedStore seen =
        (GuardedStore)
            java.lang.reflect.Proxy.newProxyInstance(
                GuardedStore.class.getClassLoader(),
                new Class<?>[] {GuardedStore.class},
                (proxy, method, arguments) ->
                    method.getName().equals("copySource")
                        ? source
                        : method.invoke(store, arguments));
    List<IndexVerification.Finding> findings = new ArrayList<>();
    new IndexVerification(seen, RandomEvents.CATALOG, ALL).verify(findings::add);
    return findings;
  }

  /** Hands over the first incidents otherwise than they are. */
  private record Faulty(CopySource behind, Fault fault) implements CopySource {

    @Override
    public LogPosition head() {
      return behind.head();
    }

    @Override
    public void forEach(Layer layer, int part, int parts, Consumer<Feature> consumer) {
      int[] passed = {0};
      behind.forEach(
          layer,
          part,
          parts,
          feature -> {
            boolean faulty =
                layer.name().equals("incident")
                    && feature.geometry() != null
                    && feature.classification() != Classification.UNCLASSIFIED
                    && passed[0] == 0;
            if (!faulty) {
              consumer.accept(feature);
              return;
            }
            passed[0]++;
            changed(feature).ifPresent(consumer);
          });
    }

    private Optional<Feature> changed(Feature feature) {
      return switch (fault) {
        case ONE_IS_MISSING -> Optional.empty();
        case A_MARK_IS_LOWER ->
            Optional.of(feature.withMarks(Classification.UNCLASSIFIED, feature.compartments()));
        case A_PLACE_IS_OFF -> {
          var moved = feature.geometry().copy();
          moved.getCoordinates()[0].x += moved.getCoordinates()[0].x > 0 ? -1e-9 : 1e-9;
          moved.geometryChanged();
          yield Optional.of(feature.withGeometry(moved));
        }
        case A_NUMBER_IS_WRONG -> Optional.of(feature.withProperty("killed_best", 99L));
      };
    }

    @Override
    public List<Touch> touched() {
      return behind.touched();
    }

    @Override
    public Followed follow(long afterSequence, BiConsumer<FeatureRef, Optional<Feature>> changed) {
      return behind.follow(afterSequence, changed);
    }
  }
}
