package org.vigie.geodata.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.query.FeaturePage;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.query.SortKey;
import org.vigie.geodata.store.BulkLoad;
import org.vigie.geodata.store.Cursor;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.testing.PostgisTest;

@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagingTest {

  private static final Layer INCIDENT = Incidents.CATALOG.get("incident");
  private static final Author AUTHOR = new Author("test");
  private static final int N = 300;

  private PostgisStore root;
  private FeatureStore store;
  private final List<Feature> features = Incidents.random(N, 77);

  @BeforeAll
  void fill(DatabaseAddress address) throws Exception {
    root = PostgisStore.open(address, Incidents.CATALOG);
    store = root.as(Access.everything(AUTHOR));
    try (BulkLoad load = store.open("incident", "")) {
      for (Feature feature : features) {
        load.add(feature);
      }
      load.commit();
    }
  }

  @AfterAll
  void close() {
    root.close();
  }

  private static FeatureQuery sortedBy(String keys) {
    List<SortKey> sort = new ArrayList<>();
    for (String key : keys.split(",")) {
      sort.add(new SortKey(key.replaceFirst("^[+-]", ""), key.startsWith("-")));
    }
    return FeatureQuery.of(INCIDENT).withSort(sort);
  }

  private List<Feature> readAll(FeatureQuery query, int limit) throws BadInputException {
    List<Feature> all = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      FeaturePage page = store.page(query, limit, cursor);
      assertThat(page.features()).hasSizeLessThanOrEqualTo(limit);
      all.addAll(page.features());
      cursor = page.next();
    } while (cursor.isPresent());
    return all;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id",
        "-id",
        "valid_from",
        "-valid_from",
        "severity",
        "-severity",
        "killed_best,-valid_from",
        "-killed_best,severity,title",
        "type,-severity,killed_best",
        "time_precision,valid_to,-version",
        "exercise,-un_involved",
      })
  void pagesHaveEveryFeatureOnceInOrder(String keys) throws Exception {
    FeatureQuery query = sortedBy(keys);
    List<Feature> whole = new ArrayList<>();
    store.forEach(query, whole::add);
    assertThat(whole).hasSize(N);
    for (int limit : new int[] {1, 7, 299, 300, 301}) {
      assertThat(readAll(query, limit)).isEqualTo(whole);
    }
  }

  /** Any other order would tell of rows that lie beside those that are seen. */
  @Test
  void whatIsStreamedWithoutAnOrderComesById() throws Exception {
    List<String> ids = new ArrayList<>();
    store.forEach(
        FeatureQuery.of(Incidents.CATALOG.get("incident")), f -> ids.add(f.id().toString()));

    assertThat(ids).hasSizeGreaterThan(100).isSorted();
  }

  @Test
  void theOrderIsTheOneAskedForWithUnknownAsTheGreatest() throws Exception {
    List<Feature> expected = new ArrayList<>(features);
    Comparator<Feature> bySeverity =
        Comparator.comparing(
            f -> (Long) f.properties().get("severity"),
            Comparator.nullsLast(Comparator.naturalOrder()));
    expected.sort(
        bySeverity
            .reversed()
            .thenComparing(f -> f.validTime().start())
            .thenComparing(f -> f.id().toString()));
    assertThat(readAll(sortedBy("-severity,valid_from"), 13))
        .extracting(Feature::id)
        .isEqualTo(expected.stream().map(Feature::id).toList());
  }

  @Test
  void textsAreOrderedByCodePoint() throws Exception {
    List<String> titles = new ArrayList<>();
    readAll(sortedBy("title"), 50).forEach(f -> titles.add((String) f.properties().get("title")));
    List<String> sorted = new ArrayList<>(titles);
    sorted.sort(Comparator.naturalOrder());
    assertThat(titles).isEqualTo(sorted);
  }

  @Test
  void pagingNeitherRepeatsNorSkipsWhatStaysWhileOthersWrite() throws Exception {
    long seed = 4711;
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    AtomicBoolean stop = new AtomicBoolean();
    Thread writer =
        new Thread(
            () -> {
              List<Feature> own = new ArrayList<>();
              while (!stop.get()) {
                try {
                  if (own.size() < 5 || random.nextBoolean()) {
                    Feature f = Incidents.random(1, random.nextLong()).get(0);
                    own.add(store.write(w -> w.insert(f)));
                  } else {
                    Feature f = own.remove(random.nextInt(own.size()));
                    store.write(
                        w -> {
                          w.delete("incident", f.id(), f.version());
                          return true;
                        });
                  }
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              }
              own.forEach(
                  f -> {
                    try {
                      store.write(
                          w -> {
                            w.delete("incident", f.id(), f.version());
                            return true;
                          });
                    } catch (Exception e) {
                      throw new IllegalStateException(e);
                    }
                  });
            });
    writer.start();
    try {
      Set<FeatureId> stable = new HashSet<>();
      features.forEach(f -> stable.add(f.id()));
      for (String keys : List.of("-valid_from", "severity,-killed_best", "id")) {
        List<FeatureId> seen = new ArrayList<>();
        for (Feature feature : readAll(sortedBy(keys), 11)) {
          seen.add(feature.id());
        }
        assertThat(seen).doesNotHaveDuplicates().containsAll(stable);
      }
    } finally {
      stop.set(true);
      writer.join();
    }
    assertThat(store.count(FeatureQuery.of(INCIDENT))).isEqualTo(N);
  }

  @Test
  void aForeignOrMangledCursorIsRefused() throws Exception {
    String cursor = store.page(sortedBy("severity"), 5, Optional.empty()).next().orElseThrow();
    List<String> wrong =
        List.of(
            "",
            "x",
            "not base64 at all!",
            cursor.substring(1),
            cursor + "AA",
            "AAAA" + cursor.substring(4));
    for (String text : wrong) {
      assertThatThrownBy(() -> store.page(sortedBy("severity"), 5, Optional.of(text)))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("cursor");
    }
    assertThatThrownBy(() -> store.page(sortedBy("-severity"), 5, Optional.of(cursor)))
        .isInstanceOf(BadInputException.class);
  }

  @Test
  void aForgedCursorWithAValueOfTheWrongTypeIsRefused() {
    FeatureQuery query = sortedBy("severity");
    String forged =
        new Cursor(List.of("many"), FeatureId.random()).encode(new Ordering(query).description());
    assertThatThrownBy(() -> store.page(query, 5, Optional.of(forged)))
        .isInstanceOf(BadInputException.class);
  }

  @Test
  void whatCannotBeSortedByIsRefused() {
    for (String key : List.of("weapon", "casualties", "no_such", "geom")) {
      assertThatThrownBy(() -> store.page(sortedBy(key), 5, Optional.empty()))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
