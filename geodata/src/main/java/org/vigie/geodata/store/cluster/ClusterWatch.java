package org.vigie.geodata.store.cluster;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the server of a folder again when it died: killed for want of memory, or by mistake. The
 * write-ahead log has what was committed.
 */
final class ClusterWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ClusterWatch.class);
  private static final long PAUSE_MILLISECONDS = 300;

  private final Postmaster postmaster;
  private final int port;
  private final Thread thread = new Thread(this::run, "vigie-cluster-watch");
  private boolean closed;

  ClusterWatch(Postmaster postmaster, int port) {
    this.postmaster = postmaster;
    this.port = port;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  private void run() {
    try {
      while (look()) {
        Thread.sleep(PAUSE_MILLISECONDS);
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  /** Under a lock, so that closing never meets a server that is just being started. */
  private synchronized boolean look() throws InterruptedException {
    if (closed) {
      return false;
    }
    try {
      if (!postmaster.isAlive()) {
        LOG.warn("PostgreSQL is gone and is started again");
        if (postmaster.restart(port)) {
          LOG.info("PostgreSQL is back on port {}", port);
        }
      }
    } catch (IOException | ClusterException failure) {
      LOG.warn("PostgreSQL could not be started again; the next try follows", failure);
    }
    return true;
  }

  @Override
  public void close() {
    thread.interrupt();
    synchronized (this) {
      closed = true;
    }
  }
}
