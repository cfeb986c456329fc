package org.vigie.server.processes;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.Marking;
import org.vigie.geodata.store.JobQueue.Reading;
import org.vigie.geodata.store.LogPosition;

/**
 * One execution of a process on its way: as whom it reads, what it has read and how far it is. One
 * thread reads; any may ask how far it is or stop it.
 */
final class Run implements Progress {

  private final Access access;
  private final Optional<LogPosition> earlier;
  private final Consumer<LogPosition> begun;
  private final long deadline;
  private final Set<String> compartments = new TreeSet<>();
  private final Set<String> layers = new TreeSet<>();
  private Classification classification = Classification.UNCLASSIFIED;
  private long features;
  private volatile boolean stopped;
  private volatile double share;
  private volatile String doing = "begins";

  private Run(
      Access access,
      Optional<LogPosition> earlier,
      Consumer<LogPosition> begun,
      Duration patience) {
    this.access = access;
    this.earlier = earlier;
    this.begun = begun;
    this.deadline = System.nanoTime() + patience.toNanos();
  }

  /**
   * Somebody waits for it.
   *
   * @param patience how long it may take
   */
  static Run waitedFor(Access access, Duration patience) {
    return new Run(access, Optional.empty(), at -> {}, patience);
  }

  /**
   * Nobody waits for it.
   *
   * @param earlier position that an attempt before this one read
   * @param begun told the position that is read
   */
  static Run inBackground(
      Access access, Optional<LogPosition> earlier, Consumer<LogPosition> begun) {
    return new Run(access, earlier, begun, Duration.ofDays(365));
  }

  Access access() {
    return access;
  }

  /** The position that must be read, so that a repeated attempt gives what the first would have. */
  Optional<LogPosition> earlier() {
    return earlier;
  }

  void reads(LogPosition position) {
    begun.accept(position);
  }

  void reads(Layer layer) {
    layers.add(layer.name());
  }

  void take(Feature feature) {
    classification = classification.highest(feature.classification());
    compartments.addAll(feature.compartments());
    features++;
  }

  /** Forgets what was read, to read it once more. */
  void readAgain() {
    features = 0;
  }

  Reading reading() {
    return new Reading(new Marking(classification, compartments), layers, features);
  }

  @Override
  public void at(double newShare, String newDoing) {
    if (stopped || System.nanoTime() - deadline > 0) {
      throw new CancellationException();
    }
    share = newShare;
    doing = newDoing;
  }

  void stop() {
    stopped = true;
  }

  /** Hundredths done; never all of them while it runs. */
  int percent() {
    return (int) Math.max(0, Math.min(99, Math.floor(share * 100)));
  }

  String doing() {
    return doing;
  }
}
