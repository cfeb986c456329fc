package org.vigie.server.command;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.vigie.geodata.transfer.ImportProgress;
import org.vigie.geodata.transfer.ImportProgress.Phase;

/**
 * Shows how far something is: on a terminal one line with a bar that is drawn again, elsewhere a
 * plain line every few seconds.
 */
final class ProgressLine implements AutoCloseable {

  private static final int BAR = 30;
  private static final long TERMINAL_MILLIS = 200;
  private static final long PLAIN_MILLIS = 5_000;

  /** What there is to say now. */
  @FunctionalInterface
  interface Teller {

    /**
     * @param bar whether a bar may be drawn
     */
    String line(boolean bar);
  }

  private final Teller teller;
  private final PrintWriter out;
  private final boolean terminal;
  private final Thread drawing;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();
  private boolean closed;

  ProgressLine(Teller teller, PrintWriter out, boolean terminal) {
    this.teller = teller;
    this.out = out;
    this.terminal = terminal;
    this.drawing = new Thread(this::draw, "progress");
    drawing.setDaemon(true);
    drawing.start();
  }

  private void draw() {
    lock.lock();
    try {
      while (!closed) {
        boolean last =
            ended.await(terminal ? TERMINAL_MILLIS : PLAIN_MILLIS, TimeUnit.MILLISECONDS);
        if (!last && !closed) {
          show();
        }
      }
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  private void show() {
    String line = teller.line(terminal);
    if (terminal) {
      out.print("\r" + line + "\u001b[K");
    } else {
      out.println(line);
    }
    out.flush();
  }

  /** The state of an import in one line. */
  static String line(ImportProgress.Snapshot now, boolean bar) {
    double part = now.bytesTotal() == 0 ? 1 : (double) now.bytesRead() / now.bytesTotal();
    int percent = (int) (100 * part);
    StringBuilder line = new StringBuilder();
    line.append(
        switch (now.phase()) {
          case EXAMINING -> "Examining  ";
          case READING -> "Reading    ";
          case COMPARING -> "Comparing  ";
          case COMMITTING, DONE -> "Committing ";
        });
    if (now.phase() == Phase.COMPARING || now.phase() == Phase.COMMITTING) {
      return line.append(String.format(Locale.ROOT, "%,d rows", now.rows())).toString();
    }
    if (bar) {
      line.append(bar(part));
    }
    line.append(String.format(Locale.ROOT, "%3d %%", percent));
    if (now.phase() == Phase.READING) {
      line.append(
          String.format(Locale.ROOT, ", %,d rows, %,.0f rows/s", now.rows(), now.rowsPerSecond()));
    }
    if (now.secondsLeft() >= 0) {
      line.append(", ").append(duration((long) Math.ceil(now.secondsLeft()))).append(" left");
    }
    return line.toString();
  }

  /**
   * @param part from 0 to 1
   */
  static String bar(double part) {
    int full = (int) (BAR * part);
    return "[" + "#".repeat(full) + "-".repeat(BAR - full) + "] ";
  }

  private static String duration(long seconds) {
    return seconds < 60
        ? seconds + " s"
        : String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
  }

  /** Stops drawing and clears the line. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      ended.signalAll();
      if (terminal) {
        out.print("\r\u001b[K");
        out.flush();
      }
    } finally {
      lock.unlock();
    }
  }
}
