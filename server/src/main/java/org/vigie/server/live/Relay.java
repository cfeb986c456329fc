package org.vigie.server.live;

import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.geodata.store.StoreUnavailableException;

/** Runs a feed's readings one after the other, and once more when it was woken meanwhile. */
final class Relay {

  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
  private static final long AGAIN_MILLISECONDS = 500;

  private final Feed feed;
  private final Executor readers;
  private final ScheduledExecutorService clock;
  private boolean running;
  private boolean woken;

  Relay(Feed feed, Executor readers, ScheduledExecutorService clock) {
    this.feed = feed;
    this.readers = readers;
    this.clock = clock;
  }

  Feed feed() {
    return feed;
  }

  void wake() {
    synchronized (this) {
      woken = true;
      if (running) {
        return;
      }
      running = true;
    }
    readers.execute(this::run);
  }

  private void run() {
    while (true) {
      synchronized (this) {
        if (!woken) {
          running = false;
          return;
        }
        woken = false;
      }
      try {
        feed.advance();
      } catch (StoreUnavailableException later) {
        LOG.debug("nothing to tell while the database does not answer", later);
        again();
        return;
      } catch (RuntimeException fault) {
        LOG.error("a live feed could not be read", fault);
        again();
        return;
      }
    }
  }

  private void again() {
    synchronized (this) {
      running = false;
    }
    if (!clock.isShutdown()) {
      var unused = clock.schedule(this::wake, AGAIN_MILLISECONDS, TimeUnit.MILLISECONDS);
    }
  }
}
