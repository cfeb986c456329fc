package org.vigie.geodata.index;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.geodata.store.LogPosition;
import org.vigie.geodata.store.LogWatch;
import org.vigie.geodata.store.StoreUnavailableException;

/**
 * Keeps an index true: one thread builds it and then follows the log, when it is woken and from
 * time to time. Whoever needs a state waits a moment for it and else does without.
 */
final class Follower implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
  private static final int BUILDERS = 4;

  private final EventIndex index;
  private final LogWatch log;
  private final Thread writer;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition wanted = lock.newCondition();
  private final Condition moved = lock.newCondition();
  private boolean isWanted;
  private volatile boolean built;
  private volatile boolean closed;

  Follower(EventIndex index, LogWatch log) {
    this.index = index;
    this.log = log;
    this.writer = new Thread(this::run, "event-index");
    writer.setDaemon(true);
  }

  void start() {
    writer.start();
  }

  /** A state with all writes up to this one; empty when it is not there soon. */
  Optional<Snapshot> snapshot(long atLeast) {
    Snapshot current = index.snapshot();
    if (!built) {
      return Optional.empty();
    }
    return current.position().sequence() >= atLeast ? Optional.of(current) : await(atLeast);
  }

  boolean awaitBuilt(Duration patience) {
    long left = patience.toNanos();
    lock.lock();
    try {
      while (!built && !closed && left > 0) {
        left = moved.awaitNanos(left);
      }
      return built;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  private Optional<Snapshot> await(long atLeast) {
    long left = PATIENCE_NANOS;
    lock.lock();
    try {
      isWanted = true;
      wanted.signal();
      while (index.snapshot().position().sequence() < atLeast) {
        if (left <= 0 || closed) {
          return Optional.empty();
        }
        left = moved.awaitNanos(left);
      }
      return Optional.of(index.snapshot());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    LogWatch.Following following = log.follow(0, new Waking());
    try {
      followUntilClosed();
    } finally {
      following.close();
    }
  }

  private final class Waking implements LogWatch.Follower {
    @Override
    public void reached(LogPosition position) {
      if (position.sequence() > index.snapshot().position().sequence()) {
        wake();
      }
    }

    @Override
    public void lost(Instant since) {
      // each question asks the database first, and so will notice
    }
  }

  private void wake() {
    lock.lock();
    try {
      isWanted = true;
      wanted.signal();
    } finally {
      lock.unlock();
    }
  }

  private void followUntilClosed() {
    while (!closed) {
      try {
        step();
        pause();
      } catch (StoreUnavailableException away) {
        LOG.debug("the index waits for the database", away);
        pause();
      } catch (RuntimeException failure) {
        if (!closed) {
          // whoever asks is answered by the database until it is built anew
          LOG.error("the index is built anew", failure);
          built = false;
          pause();
        }
      }
    }
  }

  private void step() {
    if (built) {
      index.follow();
    } else {
      long start = System.nanoTime();
      LOG.info("the index is being built; until it is there the database answers");
      index.build(BUILDERS);
      built = true;
      LOG.info(
          "{} features in the index after {} ms, {} MB",
          index.snapshot().count(),
          TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
          index.snapshot().bytes() >> 20);
    }
    lock.lock();
    try {
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void pause() {
    lock.lock();
    try {
      long left = PAUSE_NANOS;
      while (!isWanted && !closed && left > 0) {
        left = wanted.awaitNanos(left);
      }
      isWanted = false;
    } catch (InterruptedException stopped) {
      closed = true;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    closed = true;
    index.stop();
    writer.interrupt();
    try {
      writer.join(TimeUnit.SECONDS.toMillis(10));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
