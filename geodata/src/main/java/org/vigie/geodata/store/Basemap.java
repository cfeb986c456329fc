package org.vigie.geodata.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Fault;

/**
 * Ground of the mission's own beneath the picture.
 *
 * @param order from the bottom
 * @param shown whether it is drawn for those who have not chosen
 * @param progress of preparing, 0 to 1
 * @param problem why it was refused
 * @param file name in the folder of basemaps
 * @param ground what lies in its tiles; empty unless it is ready
 * @param bytes size of the file
 * @param sha256 of the file, hexadecimal; it never changes once it is ready
 * @param author who added it
 */
public record Basemap(
    UUID id,
    String title,
    String attribution,
    Classification classification,
    int order,
    boolean shown,
    State state,
    double progress,
    Optional<Fault> problem,
    String file,
    Optional<Ground> ground,
    long bytes,
    String sha256,
    String author,
    Instant addedAt) {

  /** How far it is. */
  public enum State {
    PREPARING,
    READY,
    REFUSED
  }

  /**
   * What is said of one that is added.
   *
   * @param ground empty when its tiles have yet to be cut
   */
  public record Draft(
      UUID id,
      String title,
      String attribution,
      Classification classification,
      String file,
      Optional<Ground> ground,
      long bytes,
      String sha256) {}

  public boolean isReady() {
    return state == State.READY;
  }
}
