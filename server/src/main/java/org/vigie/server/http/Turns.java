package org.vigie.server.http;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.vigie.geodata.model.Message;

/**
 * Keeps one caller from taking everybody's database: a few of his expensive requests run at a time,
 * a few more wait their turn, the next is told to come back.
 */
final class Turns {

  private static final class Line {
    final Semaphore running;
    final AtomicInteger present = new AtomicInteger();

    Line(int atOnce) {
      running = new Semaphore(atOnce, true);
    }
  }

  /** What a request does when its turn has come. */
  @FunctionalInterface
  interface Work {
    void run() throws Exception;
  }

  private static final int RETRY_SECONDS = 2;

  private final String kind;
  private final int atOnce;
  private final int waiting;
  private final Duration patience;
  private final ConcurrentHashMap<String, Line> lines = new ConcurrentHashMap<>();

  /**
   * @param kind what the requests are, for a sentence
   * @param waiting how many of one caller wait beside those that run
   */
  Turns(String kind, int atOnce, int waiting, Duration patience) {
    this.kind = kind;
    this.atOnce = atOnce;
    this.waiting = waiting;
    this.patience = patience;
  }

  /**
   * Runs the work when it is its turn.
   *
   * @throws ProblemException 429 when too many of the caller's requests run and wait already
   */
  void inTurn(String caller, Work work) throws Exception {
    Line line = enter(caller);
    try {
      if (!line.running.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw tooMany();
      }
      try {
        work.run();
      } finally {
        line.running.release();
      }
    } finally {
      leave(caller);
    }
  }

  /** How many callers have requests here; nothing is kept of those who have none. */
  int callers() {
    return lines.size();
  }

  private Line enter(String caller) {
    return Objects.requireNonNull(
        lines.compute(
            caller,
            (name, old) -> {
              Line line = old == null ? new Line(atOnce) : old;
              if (line.present.get() >= atOnce + waiting) {
                throw tooMany();
              }
              line.present.incrementAndGet();
              return line;
            }));
  }

  private void leave(String caller) {
    lines.computeIfPresent(
        caller, (name, line) -> line.present.decrementAndGet() == 0 ? null : line);
  }

  private ProblemException tooMany() {
    return ProblemException.of(
            429,
            "Too Many Requests",
            Message.of(
                "You have {atOnce} {kind} requests under way. Wait for one to end, or ask for less"
                    + " at a time.",
                atOnce,
                kind))
        .retryAfter(RETRY_SECONDS);
  }
}
