package org.vigie.geodata.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.index.IndexedFilters;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.TimeModel;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.query.Filter;
import org.vigie.geodata.query.FilterEvaluator;
import org.vigie.geodata.query.Queryables;
import org.vigie.geodata.query.cql2.Cql2Json;
import org.vigie.geodata.query.cql2.Cql2Text;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.testing.PostgisTest;

@PostgisTest
class RandomFiltersTest {

  private static final int FILTERS = Integer.getInteger("vigie.filters", 2000);
  private static final long SEED = Long.getLong("vigie.seed", System.nanoTime());

  /** Every word a compiled filter may consist of: SQL, our functions, names of the catalogue. */
  private static final Set<String> WORDS =
      Set.of(
          ("and or not is null true false like in any array case when then else end coalesce"
               + " greatest extract from at time zone interval date text bigint float8 boolean"
               + " timestamp timestamptz uuid jsonb collate C UTC infinity 1 microsecond year month"
               + " day hour isodow st_dump member exists where abs floor ceil char_length select"
               + " jsonb_array_elements_text jsonb_build_array st_geomfromewkb geometrytype"
               + " GEOMETRYCOLLECTION st_intersects st_equals st_touches st_within st_overlaps"
               + " st_crosses st_contains vigie casei accenti arithmetic PLUS MINUS TIMES DIVIDE"
               + " DIV MODULO POWER as_date as_instant f id geom valid_from valid_to radius_m"
               + " source_system source_id version properties name note n x ok flags words"
               + " time_precision EXACT_MINUTE EXACT_DAY to_char HH24 MI make_interval secs int"
               + " width_bucket epoch numeric")
              .split(" "));

  @Test
  void aFilterMeansTheSameInTheDatabaseAndInMemory(DatabaseAddress address) throws Exception {
    RandomFilters filters = new RandomFilters(new RandomThings(new Random(SEED)));
    try (Both both = new Both(address, "whole")) {
      for (int i = 0; i < FILTERS; i++) {
        both.compare(i, filters.filter(4));
      }
      both.report();
      // A generator whose filters find nothing would prove nothing.
      assertThat(both.found).isGreaterThan(10 * FILTERS);
    }
  }

  @Test
  void aFilterPutTogetherFromPiecesMeansTheSameToo(DatabaseAddress address) throws Exception {
    Random random = new Random(SEED);
    RandomFilters filters = new RandomFilters(new RandomThings(random));
    try (Both both = new Both(address, "pieces")) {
      for (int i = 0; both.compared < FILTERS; i++) {
        String text = splice(random, textOf(filters.filter(2)), textOf(filters.filter(2)));
        try {
          both.compare(i, Cql2Text.parse(text));
        } catch (BadInputException unreadable) {
          both.refused++;
        }
      }
      both.report();
      assertThat(both.found).isGreaterThan(FILTERS);
    }
  }

  private static String textOf(Filter filter) throws BadInputException {
    return Cql2Text.print(filter);
  }

  /** The one text with a run of words replaced by a run of words of the other. */
  private static String splice(Random random, String one, String other) {
    String[] words = one.split("(?<=[ (),])");
    String[] others = other.split("(?<=[ (),])");
    int from = random.nextInt(words.length);
    int to = Math.min(words.length, from + 1 + random.nextInt(3));
    int first = random.nextInt(others.length);
    int last = Math.min(others.length, first + 1 + random.nextInt(3));
    StringBuilder text = new StringBuilder();
    for (String word : List.of(words).subList(0, from)) {
      text.append(word);
    }
    for (String word : List.of(others).subList(first, last)) {
      text.append(word);
    }
    for (String word : List.of(words).subList(to, words.length)) {
      text.append(word);
    }
    return text.toString();
  }

  /** Random features in the database and in memory, and how both answered. */
  private static final class Both implements AutoCloseable {

    private final FilterDatabase database;
    private final Map<TimeModel, Layer> layers = new HashMap<>();
    private final Map<TimeModel, List<Feature>> features = new HashMap<>();
    private final Map<TimeModel, IndexedFilters> indexed = new HashMap<>();
    private int compared;
    private int found;
    private int refused;

    Both(DatabaseAddress address, String name) throws Exception {
      database = new FilterDatabase(address);
      RandomThings things = new RandomThings(new Random(SEED));
      for (TimeModel time : TimeModel.values()) {
        layers.put(time, RandomThings.layer(name, time));
        features.put(time, things.features(layers.get(time), 60));
        database.load(layers.get(time), features.get(time));
        Layer layer = layers.get(time);
        indexed.put(
            time,
            new IndexedFilters(
                layer, features.get(time), filter -> database.select(filter, layer)));
      }
    }

    void compare(int number, Filter filter) throws Exception {
      TimeModel time = TimeModel.values()[number % TimeModel.values().length];
      Queryables queryables = Queryables.of(layers.get(time));
      try {
        queryables.check(filter);
      } catch (BadInputException senseless) {
        refused++;
        return;
      }
      Set<String> inMemory =
          features.get(time).stream()
              .filter(new FilterEvaluator(queryables).predicate(filter))
              .map((Feature f) -> f.id().toString())
              .collect(Collectors.toSet());
      Set<String> bySql;
      try {
        bySql = database.select(filter, layers.get(time));
      } catch (Exception failure) {
        throw new AssertionError("seed " + SEED + ", filter " + number + ": " + filter, failure);
      }
      assertThat(features.get(time).stream().filter(f -> differ(f, inMemory, bySql)).limit(2))
          .as("seed %s, filter %s: %s", SEED, number, filter)
          .isEmpty();
      assertThat(indexed.get(time).select(filter))
          .as("index, seed %s, filter %s: %s", SEED, number, filter)
          .isEqualTo(bySql);
      compared++;
      found += bySql.size();
    }

    void report() {
      System.out.printf(
          "seed %d: %d filters compared, by the index %s, %d features found, %d refused%n",
          SEED, compared, IndexedFilters.plans(indexed.values()), found, refused);
    }

    @Override
    public void close() throws Exception {
      database.close();
    }
  }

  private static boolean differ(Feature feature, Set<String> one, Set<String> other) {
    return one.contains(feature.id().toString()) != other.contains(feature.id().toString());
  }

  @Test
  void aFilterReadsBackFromTextAndFromJson() throws Exception {
    RandomFilters filters = new RandomFilters(new RandomThings(new Random(SEED)));
    for (int i = 0; i < FILTERS; i++) {
      Filter filter = filters.filter(5);
      assertThat(Cql2Json.parse(Cql2Json.print(filter).toString()))
          .as("seed %s, filter %s", SEED, i)
          .isEqualTo(filter);
      assertThat(Cql2Text.parse(Cql2Text.print(filter)))
          .as("seed %s, filter %s", SEED, i)
          .isEqualTo(filter);
    }
  }

  @Test
  void whatTheUserWritesIsBoundAndNeverPartOfTheStatement() {
    RandomFilters filters = new RandomFilters(new RandomThings(new Random(SEED)));
    Layer layer = RandomThings.layer("things", TimeModel.EVENT);
    for (int i = 0; i < FILTERS; i++) {
      Filter filter = filters.filter(4);
      String sql = compiled(filter, layer);
      assertThat(sql.replaceAll("[a-zA-Z_0-9]+", "")).matches("[- .,:()\\[\\]'\"?<>=@&|+]*");
      assertThat(sql.replaceAll("[^a-zA-Z_0-9]+", " ").trim().split(" "))
          .as("seed %s, filter %s", SEED, i)
          .isSubsetOf(WORDS);
    }
  }

  private static String compiled(Filter filter, Layer layer) {
    try {
      Queryables.of(layer).check(filter);
    } catch (BadInputException reversedInterval) {
      return "(true)";
    }
    return FilterSql.compile(filter, layer).text();
  }
}
