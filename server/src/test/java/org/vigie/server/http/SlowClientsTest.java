package org.vigie.server.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients that take their time, or too much at once, keep nobody else waiting. */
class SlowClientsTest {

  private static final int SLOW = 400;

  private final HttpClient client = HttpClient.newHttpClient();
  private final CountDownLatch end = new CountDownLatch(1);
  private final AtomicInteger running = new AtomicInteger();
  private HttpServer server;

  @BeforeEach
  void start() {
    Routes sample =
        () ->
            List.of(
                Route.post("/echo").handle(c -> c.json(Json.read(Bodies.read(c)))),
                Route.get("/long")
                    .expensive()
                    .handle(
                        c -> {
                          running.incrementAndGet();
                          end.await();
                          c.result("done");
                        }));
    server =
        new HttpServer(
                HttpOptions.loopback(0),
                context ->
                    java.util.Optional.of(
                        Caller.operator(
                            java.util.Objects.requireNonNullElse(context.header("X-Name"), "x"))),
                List.of(sample, new Health(() -> true)))
            .start();
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.close();
  }

  @Test
  void hundredsOfHeadersThatNeverEndLeaveTheOthersServed() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < SLOW; i++) {
        slow.add(say("GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "));
      }
      drip(slow);
      assertThat(status("/health/live", "other")).isEqualTo(200);
    } finally {
      close(slow);
    }
  }

  @Test
  void hundredsOfBodiesThatNeverEndAreCutOffAndTheOthersServed() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < SLOW; i++) {
        slow.add(say("POST /echo HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 10000\r\n\r\n["));
      }
      drip(slow);
      assertThat(status("/health/live", "other")).isEqualTo(200);
    } finally {
      close(slow);
    }
  }

  @Test
  void oneCallersExpensiveRequestsWaitForEachOtherAndNobodyElseForThem() throws Exception {
    List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
    int most = HttpLimits.AT_ONCE + HttpLimits.WAITING;
    for (int i = 0; i < most; i++) {
      asked.add(client.sendAsync(request("/long", "greedy"), HttpResponse.BodyHandlers.ofString()));
    }
    while (running.get() < HttpLimits.AT_ONCE) {
      Thread.sleep(10);
    }
    // With those that may still be on their way in: whichever comes last is refused.
    HttpResponse<String> refused =
        (HttpResponse<String>)
            CompletableFuture.anyOf(
                    asking("greedy"), asking("greedy"), asking("greedy"), asking("greedy"))
                .join();
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).contains("2");
    assertThat(Json.MAPPER.readTree(refused.body()).path("detail").asText())
        .contains("8 expensive requests");
    var other = client.sendAsync(request("/long", "modest"), HttpResponse.BodyHandlers.ofString());
    while (running.get() < HttpLimits.AT_ONCE + 1) {
      Thread.sleep(10);
    }
    assertThat(running).hasValue(HttpLimits.AT_ONCE + 1);
    end.countDown();
    assertThat(other.join().statusCode()).isEqualTo(200);
    assertThat(asked).allSatisfy(each -> assertThat(each.join().statusCode()).isIn(200, 429));
    assertThat(status("/long", "greedy")).isEqualTo(200);
  }

  @Test
  void whoHasNoRequestUnderWayIsForgotten() throws Exception {
    Turns turns = new Turns("sample", 1, 0, Duration.ZERO);
    turns.inTurn(
        "a",
        () -> {
          assertThatThrownBy(() -> turns.inTurn("a", () -> {}))
              .isInstanceOf(ProblemException.class);
          turns.inTurn("b", () -> {});
          assertThat(turns.callers()).isEqualTo(1);
        });
    assertThat(turns.callers()).isZero();
  }

  @Test
  void aBodyThatComesByTheByteIsCutOff() throws Exception {
    AtomicLong now = new AtomicLong();
    InputStream steady = new PacedBody(new ByteArrayInputStream(new byte[100_000]), now::get);
    InputStream dripping = new PacedBody(new ByteArrayInputStream(new byte[100]), now::get);
    for (int second = 0; second < 60; second++) {
      now.addAndGet(1_000_000_000L);
      assertThat(steady.read(new byte[1_000])).isEqualTo(1_000);
      if (second < 10) {
        assertThat(dripping.read()).isZero();
      }
    }
    assertThatThrownBy(dripping::read)
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().status()).isEqualTo(408));
  }

  private CompletableFuture<HttpResponse<String>> asking(String name) {
    return client.sendAsync(request("/long", name), HttpResponse.BodyHandlers.ofString());
  }

  private Socket say(String beginning) throws IOException {
    Socket socket = new Socket("127.0.0.1", server.port());
    socket.getOutputStream().write(beginning.getBytes(US_ASCII));
    socket.getOutputStream().flush();
    return socket;
  }

  /** One more byte each, as such clients do to look alive. */
  private static void drip(List<Socket> slow) throws IOException {
    for (Socket socket : slow) {
      socket.getOutputStream().write('1');
    }
  }

  private int status(String path, String name) throws Exception {
    return client.send(request(path, name), HttpResponse.BodyHandlers.ofString()).statusCode();
  }

  private HttpRequest request(String path, String name) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
        .header("X-Name", name)
        .build();
  }

  private static void close(List<Socket> sockets) throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
