package org.vigie.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.geodata.testing.TestDatabases;
import org.vigie.server.command.ExitCode;
import org.vigie.server.testing.SignedIn;

/** {@code ./vigie demo --events}, as somebody calls it. */
class DemoEventsTest {

  @Test
  void aDemoKeepsItsEventsAndRefusesAnotherNumberOfThem() throws Exception {
    Path folder = TestDatabases.newFolder("vigie-events-");
    try {
      long before = start(folder, "--events=300");
      assertThat(start(folder, "--events=300")).as("the same again").isEqualTo(before);
      assertThat(start(folder, "--host=127.0.0.1")).as("without the option").isEqualTo(before);
      try (VigieProcess other = demo(folder, "--events=400")) {
        assertThat(other.awaitExit()).isEqualTo(ExitCode.CANNOT_RUN);
        assertThat(other.errors()).contains("--events 300", "--data-dir").hasLineCount(1);
      }
    } finally {
      TestDatabases.delete(folder);
    }
  }

  /** How many of them the analyst sees once it is ready, which are nearly all. */
  private static long start(Path folder, String option) throws Exception {
    try (VigieProcess server = demo(folder, option).awaitReady()) {
      SignedIn analyst = server.as("analyst");
      String path = "/collections/incident/items?limit=1&filter=title+LIKE+'EXERCISE:%25'";
      String answer = analyst.send(analyst.request(path)).body();
      long matched = new ObjectMapper().readTree(answer).path("numberMatched").asLong();
      assertThat(matched).as(answer).isBetween(250L, 300L);
      return matched;
    }
  }

  private static VigieProcess demo(Path folder, String option) throws Exception {
    return VigieProcess.start("demo", "--port=0", "--data-dir=" + folder, option);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-5", "10000001", "many", "1e6"})
  void aNumberThatIsNoneIsRefusedInOneSentence(String number) throws Exception {
    try (VigieProcess refused = VigieProcess.start("demo", "--events=" + number)) {
      assertThat(refused.awaitExit()).isEqualTo(ExitCode.USAGE);
      assertThat(refused.errors().lines().findFirst().orElseThrow()).contains("--events", number);
    }
  }
}
