package org.vigie.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.server.testing.SignedIn;

/** Guesses, hashes, and passwords that were given or reset. */
class PasswordsTest extends AccountsServerFixture {

  @Test
  void tenThousandGuessesLetNobodyInAndTheOwnerStillGetsIn() throws Exception {
    SignedIn known = server.signIn("amina");
    assertThat(known.key()).isNotEmpty();
    long hashes = server.hashing.computed();
    SignIn signIn = signIn(server.hashing);
    int in = 0;
    for (int guess = 0; guess < 10_000; guess++) {
      String from = "198.51.%d.%d".formatted(guess / 250 % 250, guess % 250);
      if (signIn.signIn("amina", "guess " + guess, at(from), Optional.empty())
          instanceof SignIn.SignedIn) {
        in++;
      }
      server.clock.advance(Duration.ofMillis(360));
    }
    assertThat(in).isZero();
    assertThat(server.hashing.computed() - hashes)
        .as("guesses that were looked at, in an hour")
        .isLessThanOrEqualTo(5L * SignInThrottle.ACCOUNT_FAILURES);
    server.clock.advance(SignInThrottle.WINDOW);
    assertThat(signIn.signIn("amina", AccountsServer.PASSWORD, at("203.0.113.5"), Optional.empty()))
        .isInstanceOf(SignIn.SignedIn.class);
  }

  @Test
  void aResetLetsTheOwnerInWhomGuessesHadKeptOut() throws Exception {
    for (int guess = 0; guess < 15; guess++) {
      server.trySignIn("amina", "guess " + guess);
    }
    assertThat(server.trySignIn("amina", AccountsServer.PASSWORD).statusCode()).isEqualTo(429);
    server.clock.advance(Duration.ofSeconds(1));
    String given = server.accounts.reset("amina", "keeper");
    server.clock.advance(Duration.ofSeconds(1));
    assertThat(server.trySignIn("amina", given).statusCode()).isEqualTo(204);
    int looked = 0;
    for (int guess = 0; guess < 15; guess++) {
      looked += server.trySignIn("amina", "guess " + guess).statusCode() == 401 ? 1 : 0;
    }
    assertThat(looked).as("no more than ever").isEqualTo(SignInThrottle.ACCOUNT_FAILURES);
  }

  @Test
  void browsersThatNobodySignsInFromAnyMoreAreForgotten() throws Exception {
    String old = device(server.trySignIn("amina", AccountsServer.PASSWORD));
    server.clock.advance(Duration.ofDays(200));
    String used = device(server.trySignIn("amina", AccountsServer.PASSWORD));
    server.clock.advance(Duration.ofDays(200));
    assertThat(knows(old)).as("the control").isTrue();
    server.trySignIn("keeper", AccountsServer.PASSWORD);
    assertThat(knows(old)).as("400 days").isFalse();
    assertThat(knows(used)).as("200 days").isTrue();
    for (int other = 0; other < SignIn.MAX_DEVICES; other++) {
      server.clock.advance(Duration.ofMinutes(1));
      server.trySignIn("amina", AccountsServer.PASSWORD);
    }
    assertThat(knows(used)).as("one too many, the longest unused").isFalse();
  }

  @Test
  void aNameThatNobodyHasCostsTheSameWorkAndGetsTheSameAnswer() throws Exception {
    server.accounts.change("amina", AccountChange.NONE.withDisabled(true), "keeper");
    List<String> answers = new ArrayList<>();
    for (String name : List.of("keeper", "nobody-of-that-name", "amina", "???")) {
      long before = server.hashing.computed();
      HttpResponse<String> answer = server.trySignIn(name, "a wrong password");
      assertThat(server.hashing.computed() - before).as(name).isEqualTo(1);
      answers.add(answer.statusCode() + answer.body());
    }
    assertThat(Set.copyOf(answers)).hasSize(1);
  }

  @Test
  void aHashMadeForLessIsRaisedAtTheNextSignIn() throws Exception {
    String cheap = server.stores.accounts().passwordHash("amina").orElseThrow();
    PasswordHashing dearer = new PasswordHashing(new PasswordHashing.Cost(128, 1, 1));
    SignIn signIn = signIn(dearer);
    signIn.signIn("amina", AccountsServer.PASSWORD, at("192.0.2.1"), Optional.empty());
    String raised = server.stores.accounts().passwordHash("amina").orElseThrow();
    assertThat(cheap).startsWith("$argon2id$").contains("m=64");
    assertThat(raised).contains("m=128");
    assertThat(dearer.matches(AccountsServer.PASSWORD, raised)).isTrue();
  }

  @Test
  void whoWasGivenAPasswordMayDoNothingButChooseAnother() throws Exception {
    String given = server.accounts.reset("amina", "keeper");
    SignedIn amina = SignedIn.as(server.url(), "amina", given);
    assertThat(name(amina)).isEqualTo("403");
    assertThat(password(amina, given, "short").statusCode()).isEqualTo(400);
    assertThat(password(amina, given, "my name is amina").statusCode()).isEqualTo(400);
    assertThat(password(amina, given, "password123456").statusCode()).isEqualTo(400);
    assertThat(password(amina, "not " + given, "seven grey herons").statusCode()).isEqualTo(400);
    assertThat(password(amina, given, "seven grey herons").statusCode()).isEqualTo(204);
    assertThat(name(SignedIn.as(server.url(), "amina", "seven grey herons"))).isEqualTo("amina");
    server.clock.advance(Duration.ofSeconds(1));
    assertThat(name(amina)).as("the session before").isEqualTo("401");
  }

  private SignIn signIn(PasswordHashing hashing) {
    return new SignIn(
        server.stores.accounts(),
        server.stores.sessions(),
        new SignInLog(server.stores.audit()),
        new Sessions(server.stores.sessions(), server.clock),
        hashing,
        new SignInThrottle(server.clock),
        server.clock);
  }

  private static String device(HttpResponse<String> signedIn) {
    return signedIn.headers().allValues("Set-Cookie").stream()
        .map(c -> c.split(";")[0])
        .filter(c -> c.startsWith("vigie-device="))
        .map(c -> c.substring("vigie-device=".length()))
        .findFirst()
        .orElseThrow();
  }

  private boolean knows(String device) {
    return server.stores.sessions().knowsDevice(RandomKey.digest(device), "amina");
  }

  private HttpResponse<String> password(SignedIn user, String present, String wanted)
      throws Exception {
    return user.send(
        user.request("/api/account/password")
            .POST(
                BodyPublishers.ofString(
                    "{\"currentPassword\": \"%s\", \"password\": \"%s\"}"
                        .formatted(present, wanted))));
  }

  private static Visitor at(String address) {
    return new Visitor(address, "a program");
  }
}
