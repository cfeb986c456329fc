package org.vigie.geodata.query.cql2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.query.Filter;
import org.vigie.geodata.query.FilterEvaluator;
import org.vigie.geodata.query.Queryables;

/** Whatever is sent as a filter, it is read or refused with a reason. */
class HostileFiltersTest {

  private static final long SEED = Long.getLong("vigie.seed", System.nanoTime());
  private static final int MUTANTS = Integer.getInteger("vigie.mutants", 20_000);

  private static final Layer LAYER = LayerFiles.read().get("incident");

  private static final List<String> TEXTS =
      List.of(
          "type = 'BATTLES' AND (severity >= 3 OR NOT killed_best BETWEEN 1 AND 2 * injured - 4)",
          "S_INTERSECTS(geom, POLYGON((0 0, 1 0, 1 1, 0 0), (0.1 0.1, 0.2 0.1, 0.2 0.2, 0.1 0.1)))",
          "S_WITHIN(GEOMETRYCOLLECTION(POINT Z (1 2 3), MULTIPOINT((0 0), (1 1))), geom) IS NULL",
          "T_DURING(INTERVAL(valid_from, '..'), INTERVAL('2024-01-01', '2024-02-01T10:00:00.5Z'))",
          "A_CONTAINS(flags, ('CIVILIANS', 'UN')) OR A_EQUALS((1, -2.5E-3), (severity ^ 2, 7))",
          "CASEI(ACCENTI(place_name)) LIKE CASEI(ACCENTI('%Bangui\\%_''s')) AND \"ref\" IS NOT"
              + " NULL",
          "valid_from > TIMESTAMP('2024-01-01T00:00:00Z') AND id IN ('a', 'b') AND exercise = TRUE",
          "S_DISJOINT(geom, BBOX(150, -90, -150, 90)) AND month(valid_from) IN (1, 2, 3)");

  private static final List<String> FRAGMENTS =
      List.of(
          "(",
          ")",
          "'",
          "\"",
          "\\",
          ",",
          "=",
          "<>",
          "NOT ",
          " AND ",
          "0",
          "1e999",
          "e99999999999",
          "-",
          "''",
          "..",
          "NULL",
          "{",
          "[",
          "]",
          "}",
          ":",
          "\u0000",
          "\uD83D",
          "\uD83D\uDE00",
          "DATE('2024-02-30')",
          "getClass().forName('java.lang.Runtime')",
          "POINT(",
          "NaN",
          "Infinity",
          "--",
          ";",
          "$1",
          "?",
          "::",
          "%",
          "INTERVAL(",
          "9999999999999999999999",
          "\n",
          "\"op\"",
          "\"args\"",
          "null");

  @Test
  void aMutatedTextIsReadOrRefusedAndNothingElse() {
    Random random = new Random(SEED);
    int read = 0;
    for (int i = 0; i < MUTANTS; i++) {
      String mutant = mutate(TEXTS.get(i % TEXTS.size()), random);
      read += isRead(mutant, () -> use(Cql2Text.parse(mutant)), i);
    }
    System.out.println("seed " + SEED + ": " + read + " of " + MUTANTS + " mutants could be read");
    // Most mutants are broken; if none or all were, the test would not test.
    assertThat(read).isBetween(MUTANTS / 1000, MUTANTS * 9 / 10);
  }

  @Test
  void aMutatedJsonIsReadOrRefusedAndNothingElse() throws BadInputException {
    Random random = new Random(SEED);
    int read = 0;
    for (int i = 0; i < MUTANTS; i++) {
      String json = Cql2Json.print(Cql2Text.parse(TEXTS.get(i % TEXTS.size()))).toString();
      String mutant = mutate(json, random);
      read += isRead(mutant, () -> use(Cql2Json.parse(mutant)), i);
    }
    assertThat(read).isBetween(MUTANTS / 1000, MUTANTS * 9 / 10);
  }

  private static void use(Filter filter) throws BadInputException {
    Queryables queryables = Queryables.of(LAYER);
    new FilterEvaluator(queryables).predicate(queryables.check(filter));
  }

  private static int isRead(String mutant, ThrowingCallable reading, int number) {
    try {
      reading.call();
      return 1;
    } catch (BadInputException refused) {
      assertThat(refused.faults()).isNotEmpty();
      assertThat(refused.faults().get(0).what()).isNotBlank();
      assertThat(refused.faults().get(0).fix()).isNotBlank();
      return 0;
    } catch (Throwable other) {
      throw new AssertionError("seed " + SEED + ", mutant " + number + ": " + mutant, other);
    }
  }

  private static String mutate(String source, Random random) {
    StringBuilder text = new StringBuilder(source);
    for (int times = 1 + random.nextInt(3); times > 0 && text.length() > 2; times--) {
      int at = random.nextInt(text.length() - 1);
      int end = Math.min(text.length(), at + 1 + random.nextInt(8));
      switch (random.nextInt(5)) {
        case 0 -> text.delete(at, end);
        case 1 -> text.insert(at, FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
        case 2 -> text.setCharAt(at, (char) (32 + random.nextInt(95)));
        case 3 -> text.insert(random.nextInt(text.length()), text.substring(at, end));
        default -> text.setCharAt(at, (char) random.nextInt(0x10000));
      }
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "NOT ", "-(", "casei(", "A_EQUALS((", "GEOMETRYCOLLECTION("})
  void nestingIsRefusedLongBeforeTheStackIsFull(String opening) {
    String deep = opening.repeat(Cql2Limits.MAX_LENGTH / opening.length() - 10) + "name = 'a'";
    assertThatThrownBy(() -> Cql2Text.parse(deep))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("64 levels");
  }

  @Test
  void aChainOfOperationsIsRefusedLongBeforeTheStackIsFull() {
    String chain = "severity = 1" + " + 1".repeat(Cql2Limits.MAX_LENGTH / 4 - 10);
    assertThatThrownBy(() -> Cql2Text.parse(chain)).hasMessageContaining("64 levels");
  }

  @Test
  void deepJsonIsRefusedLongBeforeTheStackIsFull() {
    String not = "{\"op\":\"not\",\"args\":[";
    assertThatThrownBy(() -> Cql2Json.parse(not.repeat(70) + "true" + "]}".repeat(70)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("nest");
    assertThatThrownBy(() -> Cql2Json.parse("[".repeat(60_000)))
        .isInstanceOf(BadInputException.class);
  }

  @Test
  void anExponentBeyondAllNumbersIsRefused() {
    assertThatThrownBy(() -> Cql2Json.parse("{\"op\":\">\",\"args\":[1e99999999999, 1]}"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("out of range");
  }

  @Test
  void moreThanTwoHundredTermsAreRefused() throws BadInputException {
    String term = "severity = 1 OR ";
    assertThat(Cql2Text.parse(term.repeat(199) + "severity = 2")).isInstanceOf(Filter.Or.class);
    assertThatThrownBy(() -> Cql2Text.parse(term.repeat(200) + "severity = 2"))
        .hasMessageContaining("201 terms")
        .hasMessageContaining("within 200 terms");
  }

  @Test
  void aLongListOfLiteralsIsOneTerm() throws BadInputException {
    String list = "'x', ".repeat(5_000) + "'y'";
    assertThat(Cql2Text.parse("ref IN (" + list + ")")).isInstanceOf(Filter.In.class);
  }

  @Test
  void moreThan64KilobytesAreRefusedUnread() {
    String large = "ref = '" + "x".repeat(Cql2Limits.MAX_LENGTH) + "'";
    assertThatThrownBy(() -> Cql2Text.parse(large)).hasMessageContaining("65536 characters");
    assertThatThrownBy(() -> Cql2Json.parse('"' + large + '"')).hasMessageContaining("characters");
  }
}
