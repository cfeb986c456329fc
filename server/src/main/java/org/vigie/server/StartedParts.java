package org.vigie.server;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has been started, to be stopped in the opposite order. A stop that comes while a part is
 * starting waits for that part, so that nothing is left behind; after it nothing more starts.
 */
public final class StartedParts implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(StartedParts.class);

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private boolean closed;

  /** Parts that are stopped with the process at the latest, also when a signal ends it. */
  public static StartedParts untilExit() {
    StartedParts parts = new StartedParts();
    Runtime.getRuntime().addShutdownHook(new Thread(parts::close, "shutdown"));
    return parts;
  }

  /** Said to whoever starts a part after the stop. */
  public static final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Starts a part and keeps it.
   *
   * @throws StoppedException when the stop has come
   */
  public synchronized <T extends AutoCloseable> T start(Supplier<T> starting) {
    if (closed) {
      throw new StoppedException();
    }
    T part = starting.get();
    parts.push(part);
    return part;
  }

  /** Whether the stop has come; what fails after it fails because of it. */
  public synchronized boolean isClosed() {
    return closed;
  }

  @Override
  public synchronized void close() {
    closed = true;
    while (!parts.isEmpty()) {
      AutoCloseable part = parts.pop();
      try {
        part.close();
      } catch (Exception failure) {
        LOG.warn("{} did not stop cleanly", part.getClass().getSimpleName(), failure);
      }
    }
  }
}
