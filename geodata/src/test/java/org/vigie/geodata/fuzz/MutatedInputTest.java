package org.vigie.geodata.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged input is read or refused with a reason, within memory in proportion to its size. */
class MutatedInputTest {

  private static final long SEED = Long.getLong("vigie.seed", System.nanoTime());
  private static final int MUTANTS = Integer.getInteger("vigie.mutants", 4_000);

  /** What reading nothing may take: buffers, and what is set up at the first use. */
  private static final long ALLOWED_BYTES = 16_000_000;

  private static final long ALLOWED_PER_BYTE = 6_000;

  private static final ThreadMXBean MEMORY = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  static List<Parser> parsers() {
    return Parsers.all();
  }

  @ParameterizedTest
  @MethodSource("parsers")
  void everyMutantIsReadOrRefused(Parser parser) {
    for (byte[] seed : parser.seeds()) {
      boolean whole = survive(parser, seed, -1);
      assertThat(whole || parser.name().equals("unknown-file"))
          .as(new String(seed, StandardCharsets.UTF_8))
          .isTrue();
    }
    Mutator mutator = new Mutator(new Random(SEED), parser.seeds());
    int mutants = parser.name().equals("layer-file") ? MUTANTS / 20 : MUTANTS;
    int read = 0;
    long most = 0;
    for (int i = 0; i < mutants; i++) {
      byte[] mutant = mutator.next();
      long before = MEMORY.getCurrentThreadAllocatedBytes();
      read += survive(parser, mutant, i) ? 1 : 0;
      long taken = MEMORY.getCurrentThreadAllocatedBytes() - before;
      most = Math.max(most, taken);
      assertThat(taken)
          .as("%s, seed %d, mutant %d: bytes for %d of input", parser, SEED, i, mutant.length)
          .isLessThan(allowed(parser) + ALLOWED_PER_BYTE * mutant.length);
    }
    System.out.printf(
        "%s: seed %d, %d mutants, %d read, the rest refused, at most %.1f MB allocated for one%n",
        parser, SEED, mutants, read, most / 1e6);
  }

  @Test
  void aParserThatCallsItselfForEveryBracketIsCaught() {
    Parser naive = Parser.ofText("naive", text -> brackets(text, 0), "((a))");
    Mutator mutator = new Mutator(new Random(1), naive.seeds());
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 100_000; i++) {
                survive(naive, mutator.next(), i);
              }
            })
        .isInstanceOf(AssertionError.class)
        .hasCauseInstanceOf(StackOverflowError.class);
  }

  /**
   * With a layer file of the mission all layers of the distribution are read, in four languages.
   */
  private static long allowed(Parser parser) {
    return parser.name().equals("layer-file") ? 2 * ALLOWED_BYTES : ALLOWED_BYTES;
  }

  private static int brackets(String text, int at) {
    return at < text.length() && text.charAt(at) == '(' ? 1 + brackets(text, at + 1) : 0;
  }

  private static boolean survive(Parser parser, byte[] input, int number) {
    try {
      return parser.reads(input);
    } catch (Throwable finding) {
      String text = new String(input, StandardCharsets.UTF_8);
      throw new AssertionError(
          parser
              + ", seed "
              + SEED
              + ", mutant "
              + number
              + ": "
              + text.substring(0, Math.min(400, text.length())),
          finding);
    }
  }
}
