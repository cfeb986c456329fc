package org.vigie.geodata.format.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No cell starts like a formula, however the table is cut into cells, and every text comes back.
 */
class FormulaGuardTest {

  private static final long SEED = Long.getLong("vigie.seed", System.nanoTime());
  private static final Pattern CUTS = Pattern.compile("[;\"\t\r\n]");
  private static final String RISKY = "=+-@＝＋－＠";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1+cmd|' /C calc'!A0",
        "-1+2",
        "@SUM(1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "＝1",
        "＋1",
        "－1",
        "＠SUM",
        "a;=1",
        "a; =1",
        "a\"=HYPERLINK(\"http://127.0.0.1\")",
        "a\t=1",
        "x\n@y",
        "'=1",
        "''=1",
        ";;==",
        "\"\"=1"
      })
  void aFormulaIsProtectedAndComesBack(String text) {
    String written = FormulaGuard.protect(text);
    assertThat(startsOfFormulas(written)).as(written).isZero();
    assertThat(FormulaGuard.restore(written)).isEqualTo(text);
    assertThat(startsOfFormulas(text) > 0 || text.startsWith("'")).as("is one").isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "+2.5", "-1e-7", "5 km N of the bridge", "a-b", "O'Neill", "a, -b"})
  void whatIsNoFormulaIsWrittenAsItIs(String text) {
    assertThat(FormulaGuard.protect(text)).isEqualTo(text);
    assertThat(FormulaGuard.restore(text)).isEqualTo(text);
  }

  @Test
  void everyTextComesBack() {
    Random random = new Random(SEED);
    String signs = "=+-@＝＋－＠\t\r\n;\"' ,a1";
    for (int i = 0; i < 200_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(9); n > 0; n--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      String written = FormulaGuard.protect(text.toString());
      assertThat(FormulaGuard.restore(written)).as("seed %d: %s", SEED, text).isEqualTo("" + text);
      if (!text.toString().matches("[+-]1+(,[1]+)?")) {
        assertThat(startsOfFormulas(written)).as("seed %d: %s", SEED, written).isZero();
      }
    }
  }

  private static long startsOfFormulas(String cell) {
    return CUTS.splitAsStream(cell)
        .map(String::stripLeading)
        .filter(part -> !part.isEmpty() && RISKY.indexOf(part.charAt(0)) >= 0)
        .count();
  }
}
