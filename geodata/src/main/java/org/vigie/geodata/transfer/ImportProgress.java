package org.vigie.geodata.transfer;

import java.time.Clock;

/**
 * How far an import is; written by the importing thread, read by any other. Reading takes a
 * snapshot, so that figures belong together.
 */
public final class ImportProgress {

  /** What is being done, in order. */
  public enum Phase {
    /** Finding out how the file is written. */
    EXAMINING,
    /** Making features and loading them. */
    READING,
    /** Finding out what is new and what is changed. */
    COMPARING,
    /** Making what was loaded visible. */
    COMMITTING,
    DONE
  }

  /**
   * One moment.
   *
   * @param bytesTotal of the whole file
   * @param rowsPerSecond since this phase began; 0 in its first moment and when no rows are read
   * @param secondsLeft of this phase, from the bytes so far; -1 when nothing can be said yet
   */
  public record Snapshot(
      Phase phase,
      long bytesRead,
      long bytesTotal,
      long rows,
      double rowsPerSecond,
      double secondsLeft) {}

  private final Clock clock;
  private Phase phase = Phase.EXAMINING;
  private long phaseStart;
  private long bytesRead;
  private long bytesTotal;
  private long rows;
  private volatile boolean stopped;

  public ImportProgress(Clock clock) {
    this.clock = clock;
    this.phaseStart = clock.millis();
  }

  /** Asks the import to stop at its next row; it then leaves no trace. */
  public void stop() {
    stopped = true;
  }

  public boolean isStopped() {
    return stopped;
  }

  public synchronized Snapshot snapshot() {
    double seconds = (clock.millis() - phaseStart) / 1000.0;
    boolean fromFile = phase == Phase.EXAMINING || phase == Phase.READING;
    boolean known = fromFile && seconds > 0.2 && bytesRead > 0;
    return new Snapshot(
        phase,
        bytesRead,
        bytesTotal,
        rows,
        fromFile && seconds > 0 ? rows / seconds : 0,
        known ? Math.max(0, seconds * (bytesTotal - bytesRead) / bytesRead) : -1);
  }

  synchronized void begin(Phase newPhase) {
    phase = newPhase;
    phaseStart = clock.millis();
    if (newPhase == Phase.READING) {
      rows = 0;
    }
  }

  synchronized void total(long bytes) {
    bytesTotal = bytes;
  }

  /** A stream was opened again from its beginning. */
  synchronized void rewind() {
    bytesRead = 0;
  }

  synchronized void read(long bytes) {
    bytesRead = Math.min(bytesTotal, bytesRead + bytes);
  }

  synchronized void row() {
    rows++;
  }
}
