package org.vigie.server.live;

import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.server.http.Credential;
import org.vigie.server.http.Streams;

/**
 * One open stream. Nobody ever waits for its reader: what cannot be written at once waits in a
 * bounded line, and a reader for whom the line gets too long is cut off. It costs no thread.
 */
final class Listener implements WriteListener {

  private static final Logger LOG = LoggerFactory.getLogger(Listener.class);

  private final Context context;
  private final Credential credential;
  private final int mostWaiting;
  private final ArrayDeque<byte[]> waiting = new ArrayDeque<>();
  private final CompletableFuture<Void> over = new CompletableFuture<>();
  private @Nullable ServletOutputStream out;
  private boolean mayWrite;
  private boolean flushed = true;
  private boolean ending;

  Listener(Context context, Credential credential, int mostWaiting) {
    this.context = context;
    this.credential = credential;
    this.mostWaiting = mostWaiting;
  }

  Credential credential() {
    return credential;
  }

  /** Completed when the stream has ended, however it did. */
  CompletableFuture<Void> over() {
    return over;
  }

  /** Needs a request that has been made asynchronous. */
  CompletableFuture<Void> open() {
    try {
      ServletOutputStream stream = context.res().getOutputStream();
      synchronized (this) {
        out = stream;
      }
      stream.setWriteListener(this);
    } catch (IOException gone) {
      onError(gone);
    }
    return over;
  }

  /** Says something as soon as the reader takes it. */
  void say(byte[] event) {
    synchronized (this) {
      if (ending || over.isDone()) {
        return;
      }
      waiting.add(event);
    }
    write();
    boolean tooSlow;
    synchronized (this) {
      tooSlow = waiting.size() > mostWaiting;
    }
    if (tooSlow) {
      LOG.info("a live stream of {} is cut off: its reader is too slow", name());
      cut();
    }
  }

  /** A sign of life, when nothing else is on its way. */
  void beat() {
    boolean idle;
    synchronized (this) {
      idle = waiting.isEmpty();
    }
    if (idle) {
      say(EventText.HEARTBEAT);
    }
  }

  /** Ends the stream after what waits and a last word. */
  void end(byte[] lastWord) {
    synchronized (this) {
      if (ending) {
        return;
      }
      waiting.add(lastWord);
      ending = true;
    }
    write();
  }

  /** Ends the stream of somebody who may not listen any more: what waits is not said. */
  void expel(byte[] lastWord) {
    synchronized (this) {
      if (!ending) {
        waiting.clear();
      }
    }
    end(lastWord);
  }

  /** Whether the last word has been said or waits for the reader to take it. */
  synchronized boolean isEnding() {
    return ending;
  }

  /** Ends the stream at once, whatever waits. */
  void cut() {
    synchronized (this) {
      ending = true;
      waiting.clear();
    }
    if (!over.isDone()) {
      Streams.cut(context);
      over.complete(null);
    }
  }

  @Override
  public void onWritePossible() {
    synchronized (this) {
      mayWrite = true;
    }
    write();
  }

  @Override
  public void onError(Throwable gone) {
    LOG.debug("a live stream of {} broke off", name(), gone);
    over.complete(null);
  }

  private void write() {
    boolean done;
    try {
      synchronized (this) {
        done = writeWhatIsTaken() && ending;
      }
    } catch (IOException | RuntimeException gone) {
      LOG.debug("a live stream of {} broke off", name(), gone);
      done = true;
    }
    if (done) {
      over.complete(null);
    }
  }

  /** Whether nothing waits any more. */
  private boolean writeWhatIsTaken() throws IOException {
    if (out == null || !mayWrite || over.isDone()) {
      return false;
    }
    while (out.isReady()) {
      byte[] next = waiting.poll();
      if (next != null) {
        out.write(next);
        flushed = false;
      } else if (flushed) {
        return true;
      } else {
        flushed = true;
        out.flush();
      }
    }
    return false;
  }

  private String name() {
    return credential.caller().name();
  }
}
