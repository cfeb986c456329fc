package org.vigie.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

  private static final byte[] DEVICE = {1, 2, 3};

  private final TestClock clock = new TestClock();
  private final SignInThrottle throttle = new SignInThrottle(clock);

  @Test
  void anAccountTakesTenFailuresInAQuarterOfAnHourFromWhereverTheyCome() {
    assertThat(attempts(200, i -> "10.0.%d.%d".formatted(i / 200, i % 200)))
        .isEqualTo(SignInThrottle.ACCOUNT_FAILURES);
    assertThat(throttle.begin("amina", "192.0.2.1").delay()).isEqualTo(SignInThrottle.WINDOW);
    clock.advance(SignInThrottle.WINDOW);
    assertThat(throttle.begin("amina", "192.0.2.1").attempt()).isPresent();
  }

  @Test
  void anAddressWaitsLongerAfterEachFurtherFailureWhateverNamesItTries() {
    int through = 0;
    for (int second = 0; second < 4 * 60 * 60; second++) {
      through += throttle.begin("name" + second, "192.0.2.1").attempt().isPresent() ? 1 : 0;
      clock.advance(Duration.ofSeconds(1));
    }
    // Without the wait all 14 400 would have gone through.
    assertThat(through).isBetween(SignInThrottle.ADDRESS_FAILURES, 400);
  }

  @Test
  void aResetForgivesWhatWasCountedBeforeItAndNothingAfter() {
    attempts(200, i -> "10.0.%d.%d".formatted(i / 200, i % 200));
    for (int i = 0; i < 200; i++) {
      throttle.beginAtKnownDevice("amina", DEVICE);
    }
    Instant reset = clock.instant();
    clock.advance(Duration.ofSeconds(1));
    assertThat(throttle.begin("amina", "192.0.2.1").attempt()).as("the control").isEmpty();
    throttle.forgive("amina", Optional.of(DEVICE), reset);
    assertThat(throttle.begin("amina", "192.0.2.1").attempt()).isPresent();
    assertThat(throttle.beginAtKnownDevice("amina", DEVICE).attempt()).isPresent();
    int through = 1;
    for (int i = 0; i < 200; i++) {
      throttle.forgive("amina", Optional.empty(), reset);
      through += throttle.begin("amina", "10.1.0." + i).attempt().isPresent() ? 1 : 0;
    }
    assertThat(through).as("guesses after the reset").isEqualTo(SignInThrottle.ACCOUNT_FAILURES);
  }

  @Test
  void attemptsAtTheSameMomentAreNoWayRound() throws Exception {
    var crowd = Executors.newFixedThreadPool(32);
    try {
      Callable<Boolean> attempt =
          () -> throttle.begin("amina", "a" + new Random().nextInt()).attempt().isPresent();
      long through = 0;
      for (var each : crowd.invokeAll(IntStream.range(0, 500).mapToObj(i -> attempt).toList())) {
        through += each.get() ? 1 : 0;
      }
      assertThat(through).isEqualTo(SignInThrottle.ACCOUNT_FAILURES);
    } finally {
      crowd.shutdownNow();
    }
  }

  @Test
  void nobodyLocksAUserOutOfABrowserThatTheAccountKnows() {
    attempts(1_000, i -> "10.0.%d.%d".formatted(i / 200, i % 200));
    assertThat(throttle.begin("amina", "192.0.2.9").attempt()).isEmpty();
    assertThat(throttle.beginAtKnownDevice("amina", DEVICE).attempt()).isPresent();
  }

  @Test
  void aRightPasswordDoesNotCount() {
    for (int i = 0; i < 100; i++) {
      throttle.begin("amina", "192.0.2.1").attempt().orElseThrow().succeeded();
    }
    assertThat(throttle.begin("amina", "192.0.2.1").attempt()).isPresent();
  }

  /** The deliberate fault: a count that forgets at once lets every guess through. */
  @Test
  void aWindowOfNoLengthIsCaughtByTheSameCount() {
    FailureCounts forgetful = new FailureCounts(clock, 10, Duration.ZERO, false);
    long through = IntStream.range(0, 200).filter(i -> forgetful.reserve("amina").isZero()).count();
    assertThat(through).isGreaterThan(SignInThrottle.ACCOUNT_FAILURES);
  }

  private int attempts(int count, java.util.function.IntFunction<String> address) {
    int through = 0;
    for (int i = 0; i < count; i++) {
      through += throttle.begin("amina", address.apply(i)).attempt().isPresent() ? 1 : 0;
    }
    return through;
  }
}
