package org.vigie.geodata.query.ecql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.query.Filter;
import org.vigie.geodata.query.Queryables;
import org.vigie.geodata.query.cql2.Cql2Text;

class EcqlTest {

  private static final long SEED = Long.getLong("vigie.seed", System.nanoTime());
  private static final Queryables INCIDENT = Queryables.of(LayerFiles.read().get("incident"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "severity > 3 AND NOT type = 'BATTLES'         | severity > 3 AND NOT (type = 'BATTLES')",
        "type IN ('CRIME', 'RIOTS')                    | type = 'CRIME' OR type = 'RIOTS'",
        "type <> 'CRIME'                               | NOT (type = 'CRIME')",
        "severity BETWEEN 1 AND 2 + 1                  | severity BETWEEN 1 AND 2 + 1",
        "ref IS NULL                                   | ref IS NULL",
        "ref IS NOT NULL                               | ref IS NOT NULL",
        "title LIKE '%o_e%'                            | title LIKE '%o_e%'",
        "title ILIKE '%road%'                          | CASEI(title) LIKE CASEI('%road%')",
        "exercise = true                               | exercise = TRUE",
        "valid_from AFTER 2024-01-01T00:00:00Z         | valid_from >"
            + " TIMESTAMP('2024-01-01T00:00:00Z')",
        "valid_from BEFORE 2024-01-01T00:00:00Z        | valid_from <"
            + " TIMESTAMP('2024-01-01T00:00:00Z')",
        "valid_from DURING 2024-01-01T00:00:00Z/P1D    | valid_from >"
            + " TIMESTAMP('2024-01-01T00:00:00Z') AND valid_from <"
            + " TIMESTAMP('2024-01-02T00:00:00Z')",
        "BBOX(geom, 1, 2, 3, 4)                        | S_INTERSECTS(geom, BBOX(1, 2, 3, 4))",
        "INTERSECTS(geom, POINT(1 2))                  | S_INTERSECTS(geom, POINT(1 2))",
        "WITHIN(geom, POLYGON((0 0, 1 0, 1 1, 0 0)))   | S_WITHIN(geom, POLYGON((0 0, 1 0, 1 1, 0"
            + " 0)))",
        "abs(severity) = 3                             | abs(severity) = 3",
        "INCLUDE                                       | TRUE",
      })
  void anEcqlFilterIsTheSameTreeAsItsCql2(String ecql, String cql2) throws BadInputException {
    Filter filter = INCIDENT.check(Ecql.parse(ecql));
    assertThat(filter).isEqualTo(Cql2Text.parse(cql2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "severity >                                    | the filter is not ECQL",
        "DWITHIN(geom, POINT(1 2), 5, kilometers)      | DWithin is not offered. Use comparisons",
        "INTERSECTS(geom, SRID=3857;POINT(1 2))        | a geometry names another coordinate"
            + " reference system",
        "strToLowerCase(ref) = 'a'                     | there is no function strToLowerCase",
        "exec(java.lang.Runtime.getRuntime(), 'id')=1  | the filter is not ECQL",
        "\"java.lang.Runtime.getRuntime()\" = 1        | has no property"
            + " java.lang.Runtime.getRuntime()",
        "colour = 'red'                                | layer incident has no property colour",
        "severity = 'high'                             | severity is a number but 'high' is text",
      })
  void whatCannotBeAskedIsRefusedWithTheReason(String ecql, String message) {
    assertThatThrownBy(() -> INCIDENT.check(Ecql.parse(ecql)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(message);
  }

  @Test
  void nestingIsRefusedBeforeItIsRead() {
    for (String opening : List.of("(", "abs(", "NOT (", "[")) {
      String deep = opening.repeat(10_000) + "severity = 1";
      assertThatThrownBy(() -> Ecql.parse(deep))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("64 levels");
    }
  }

  @Test
  void garbageIsRefusedAndNothingElse() {
    List<String> texts =
        List.of(
            "severity > 3 AND NOT (type = 'BATTLES' OR title ILIKE '%a%')",
            "INTERSECTS(geom, POLYGON((0 0, 1 0, 1 1, 0 0))) OR BBOX(geom, 1, 2, 3, 4)",
            "valid_from DURING 2024-01-01T00:00:00Z/2024-02-01T00:00:00Z AND abs(severity) ="
                + " -3.5e2");
    Random random = new Random(SEED);
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder(texts.get(i % texts.size()));
      for (int times = 1 + random.nextInt(3); times > 0; times--) {
        int at = random.nextInt(text.length() - 1);
        switch (random.nextInt(3)) {
          case 0 -> text.delete(at, at + 1);
          case 1 -> text.setCharAt(at, (char) (32 + random.nextInt(95)));
          default -> text.insert(at, text.substring(at, Math.min(text.length(), at + 6)));
        }
      }
      try {
        INCIDENT.check(Ecql.parse(text.toString()));
      } catch (BadInputException refused) {
        assertThat(refused.faults()).isNotEmpty();
      } catch (RuntimeException | Error other) {
        throw new AssertionError("seed " + SEED + ", text " + i + ": " + text, other);
      }
    }
  }
}
