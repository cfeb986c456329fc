package org.vigie.geodata.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
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
               + " source_system source_id version properties name note n x ok flags words")
              .split(" "));

  @Test
  void aFilterMeansTheSameInTheDatabaseAndInMemory(DatabaseAddress address) throws Exception {
    RandomThings things = new RandomThings(new Random(SEED));
    RandomFilters filters = new RandomFilters(things);
    try (FilterDatabase database = new FilterDatabase(address)) {
      Map<TimeModel, List<Feature>> features = new HashMap<>();
      for (TimeModel time : TimeModel.values()) {
        Layer layer = RandomThings.layer(time);
        features.put(time, things.features(layer, 60));
        database.load(layer, features.get(time));
      }
      int found = 0;
      int refused = 0;
      for (int i = 0; i < FILTERS; i++) {
        TimeModel time = TimeModel.values()[i % TimeModel.values().length];
        Layer layer = RandomThings.layer(time);
        Queryables queryables = Queryables.of(layer);
        Filter filter = filters.filter(4);
        try {
          queryables.check(filter);
        } catch (BadInputException reversedInterval) {
          assertThat(reversedInterval).hasMessageContaining("before it starts");
          refused++;
          continue;
        }
        Set<String> inMemory =
            features.get(time).stream()
                .filter(new FilterEvaluator(queryables).predicate(filter))
                .map((Feature f) -> f.id().toString())
                .collect(Collectors.toSet());
        Set<String> bySql;
        try {
          bySql = database.select(filter, layer);
        } catch (Exception failure) {
          throw new AssertionError("seed " + SEED + ", filter " + i + ": " + filter, failure);
        }
        assertThat(features.get(time).stream().filter(f -> differ(f, inMemory, bySql)).limit(2))
            .as("seed %s, filter %s: %s", SEED, i, filter)
            .isEmpty();
        found += bySql.size();
      }
      System.out.println(
          "seed " + SEED + ": " + found + " features found, " + refused + " filters refused");
      // A generator whose filters find nothing would prove nothing.
      assertThat(found).isGreaterThan(10 * FILTERS);
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
    Layer layer = RandomThings.layer(TimeModel.EVENT);
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
