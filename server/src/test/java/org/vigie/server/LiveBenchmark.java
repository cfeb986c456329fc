package org.vigie.server;

import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.testing.PostgisTest;
import org.vigie.server.http.Caller;

/**
 * How long a change takes from the moment PostgreSQL stamps it to each of a thousand listeners on
 * this machine, who sit in this process and read on one thread. Not among the tests: it asserts
 * nothing. {@code docs/benchmarks.md} says how to run it.
 */
@PostgisTest
class LiveBenchmark {

  private static final int LISTENERS = 1_000;
  private static final int ACCOUNTS = 100;
  private static final int CHANGES = 200;
  private static final int WARM_UP = 40;
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final byte[] COMMITTED = "\"committedAt\":\"".getBytes(StandardCharsets.US_ASCII);

  private final List<long[]> latencies = new ArrayList<>();

  @Test
  void listen(DatabaseAddress address, @TempDir Path folder) throws Exception {
    try (WholeServer server = new WholeServer(address, LayerFiles.read(), folder)) {
      FeatureStore chief = server.store().as(Access.everything(new Author("chief")));
      for (int i = 0; i < ACCOUNTS; i++) {
        server.admit("a" + i, caller(i));
      }
      AtomicBoolean done = new AtomicBoolean();
      try (Selector selector = Selector.open()) {
        for (int i = 0; i < LISTENERS; i++) {
          connect(selector, server.port(), "a" + i % ACCOUNTS);
        }
        Thread reader = new Thread(() -> read(selector, done), "benchmark-listeners");
        reader.start();
        Thread.sleep(3_000);
        for (int i = 0; i < WARM_UP + CHANGES; i++) {
          if (i == WARM_UP) {
            Thread.sleep(1_000);
            synchronized (latencies) {
              latencies.clear();
            }
          }
          chief.write(w -> w.insert(LiveStreamsTest.incident(10, -40)));
          Thread.sleep(PAUSE.toMillis());
        }
        Thread.sleep(2_000);
        done.set(true);
        reader.join();
      }
    }
    report();
  }

  /**
   * Twelve different views: three clearances, with or without a compartment, with or without
   * writing.
   */
  private static Caller caller(int i) {
    Classification[] clearances = Classification.values();
    return new Caller(
        "a" + i,
        Set.of(),
        new Access(
            new Author("a" + i),
            clearances[i % clearances.length],
            i / 3 % 2 == 0 ? Set.of() : Set.of("POC"),
            Access.ALL,
            i / 6 % 2 == 0 ? Set.of() : Set.of("incident"),
            Set.of(),
            Optional.empty()));
  }

  private static void connect(Selector selector, int port, String caller) throws Exception {
    SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    String request =
        "GET /api/changes/stream HTTP/1.0\r\nHost: 127.0.0.1:"
            + port
            + "\r\nX-Test-Caller: "
            + caller
            + "\r\n\r\n";
    channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ);
  }

  private void read(Selector selector, AtomicBoolean done) {
    ByteBuffer buffer = ByteBuffer.allocateDirect(65_536);
    try {
      while (!done.get()) {
        selector.select(100);
        for (SelectionKey key : selector.selectedKeys()) {
          buffer.clear();
          int n = ((SocketChannel) key.channel()).read(buffer);
          Instant now = Instant.now();
          if (n < 0) {
            key.cancel();
            continue;
          }
          byte[] bytes = new byte[n];
          buffer.flip().get(bytes);
          note(new String(bytes, StandardCharsets.UTF_8), now);
        }
        selector.selectedKeys().clear();
      }
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
    } catch (java.io.IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  private void note(String text, Instant now) {
    String mark = new String(COMMITTED, StandardCharsets.US_ASCII);
    if (!text.contains("event: changes")) {
      return;
    }
    for (int at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
      int from = at + mark.length();
      int to = text.indexOf('"', from);
      if (to > 0) {
        Instant committed = Instant.parse(text.substring(from, to));
        synchronized (latencies) {
          latencies.add(new long[] {Duration.between(committed, now).toNanos() / 1_000});
        }
      }
    }
  }

  private void report() {
    long[] all = latencies.stream().mapToLong(each -> each[0]).sorted().toArray();
    System.out.printf(
        "%d listeners in 12 views, %d changes: %d of %d heard; p50 %.1f ms, p95 %.1f ms, p99 %.1f"
            + " ms, longest %.1f ms; load %.1f%n",
        LISTENERS,
        CHANGES,
        all.length,
        (long) LISTENERS * CHANGES,
        at(all, 0.5),
        at(all, 0.95),
        at(all, 0.99),
        at(all, 1),
        java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    System.out.println(Arrays.toString(Runtime.version().toString().split("\n")));
  }

  private static double at(long[] sorted, double share) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[(int) Math.min(sorted.length - 1, Math.round(share * sorted.length))] / 1_000.0;
  }
}
