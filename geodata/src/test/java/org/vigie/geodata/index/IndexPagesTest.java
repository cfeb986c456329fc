package org.vigie.geodata.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.query.FeaturePage;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.Counted;
import org.vigie.geodata.store.CrossTable;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.GatheredPoints;
import org.vigie.geodata.store.LogPosition;
import org.vigie.geodata.store.PointSink;
import org.vigie.geodata.store.Summary;
import org.vigie.geodata.store.postgis.PostgisStore;
import org.vigie.geodata.testing.PostgisTest;

/** Pages whose ids the index chose are those of the database, whoever turns them. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndexPagesTest {

  private static final int WALKS = Integer.getInteger("vigie.questions", 400) / 2;
  private static final long SEED = Long.getLong("vigie.seed", 20261121L);
  private static final Access ALL = Access.everything(new Author("test"));

  private final RandomEvents random = new RandomEvents(SEED);
  private final Selector selector = new Selector(random::choose);
  private final List<Feature> stored;
  private final PostgisStore store;
  private final EventIndex index;
  private int chosen;

  IndexPagesTest(DatabaseAddress address) throws Exception {
    IndexedEvents events = IndexedEvents.of(address, random, 1_000);
    store = events.store();
    index = events.index();
    stored = events.stored();
  }

  @AfterAll
  void close() {
    store.close();
  }

  /** Notes whether it was told the ids of a page. */
  private final class Noting extends PassingStore {
    private final FeatureStore behind;

    Noting(FeatureStore behind) {
      super(behind);
      this.behind = behind;
    }

    @Override
    public FeaturePage page(
        FeatureQuery query, int limit, Optional<String> cursor, Optional<Counted> counted)
        throws BadInputException {
      chosen += counted.flatMap(Counted::first).isPresent() ? 1 : 0;
      return behind.page(query, limit, cursor, counted);
    }

    @Override
    public long count(FeatureQuery query) {
      return behind.count(query);
    }

    @Override
    public CrossTable crossTable(FeatureQuery query, CrossTable.Request request) {
      return behind.crossTable(query, request);
    }

    @Override
    public Summary summarise(FeatureQuery query, Summary.Request request) {
      return behind.summarise(query, request);
    }

    @Override
    public <S extends PointSink<S>> GatheredPoints<S> points(
        FeatureQuery query, Supplier<S> sinks) {
      return behind.points(query, sinks);
    }
  }

  private FeatureStore indexed(Access access, Access planned) {
    return new IndexedFeatureStore(
        new Noting(store.as(access)), planned, selector, States.of(index.snapshot()));
  }

  @Test
  void everyPageOfEveryCallerIsThatOfTheDatabaseWhateverIsWrittenInBetween() throws Exception {
    chosen = 0;
    int pages = 0;
    int features = 0;
    for (int walk = 0; walk < WALKS; walk++) {
      Access access = random.access();
      FeatureQuery query = random.query(access);
      int limit = 1 + random.upTo(random.chance(0.5) ? 10 : 1_200);
      Optional<String> cursor = Optional.empty();
      for (int turned = 0; turned < 8; turned++) {
        FeaturePage page = indexed(access, access).page(query, limit, cursor);
        assertThat(page)
            .as("seed %s, walk %s, page %s: %s as %s", SEED, walk, turned, query, access)
            .isEqualTo(store.as(access).page(query, limit, cursor));
        pages++;
        features += page.features().size();
        if (page.next().isEmpty()) {
          break;
        }
        cursor = page.next();
        if (random.chance(0.3)) {
          writeSomething();
        }
        if (random.chance(0.6)) {
          // else the index is behind, and what it says of ids must not be believed
          index.follow();
        }
      }
    }
    System.out.printf(
        "seed %d: %d pages, %d with ids from the index, %d features%n",
        SEED, pages, chosen, features);
    assertThat(chosen).isGreaterThan(pages / 3);
    assertThat(features).isGreaterThan(10 * WALKS);
  }

  /** The control: an index that knows no rights names rows, and row-level security keeps them. */
  @Test
  void rowsThatTheIndexShouldNotHaveNamedAreNotHandedOut() throws Exception {
    index.follow();
    Access nobody =
        new Access(
            new Author("nobody"),
            Classification.UNCLASSIFIED,
            Set.of(),
            Set.of("*"),
            Set.of(),
            Set.of(),
            Optional.empty());
    LogPosition position = store.as(nobody).position();
    int hidden = 0;
    for (var layer : RandomEvents.CATALOG.list()) {
      FeatureQuery query = FeatureQuery.of(layer);
      List<FeatureId> all =
          store.as(ALL).page(query, 2_000, Optional.empty()).features().stream()
              .map(Feature::id)
              .toList();
      Counted careless = new Counted(position, all.size(), Optional.of(all));
      FeaturePage page =
          store.as(nobody).page(query, 2_000, Optional.empty(), Optional.of(careless));
      List<Feature> seen = store.as(nobody).page(query, 2_000, Optional.empty()).features();
      assertThat(page.features()).as("%s", layer.name()).isEqualTo(seen);
      hidden += all.size() - seen.size();
    }
    assertThat(hidden).isPositive();
  }

  @Test
  void aCursorThatIsNotOursIsRefusedAsByTheDatabase() throws Exception {
    FeatureQuery query = FeatureQuery.of(RandomEvents.CATALOG.list().get(0));
    assertThatThrownBy(() -> indexed(ALL, ALL).page(query, 10, Optional.of("forged")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("not a cursor of this query");
  }

  private void writeSomething() throws Exception {
    FeatureStore all = store.as(ALL);
    if (random.chance(0.4)) {
      stored.add(all.write(writing -> writing.insert(random.feature(random.layer()))));
      return;
    }
    Feature old = stored.remove(random.upTo(stored.size()));
    if (random.chance(0.5)) {
      Feature next = random.after(old);
      stored.add(all.write(writing -> writing.replace(next, old.version())));
    } else {
      all.write(
          writing -> {
            writing.delete(old.layer(), old.id(), old.version());
            return true;
          });
    }
  }
}
