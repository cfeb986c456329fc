package org.vigie.geodata.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vigie.geodata.model.BoundingBox;
import org.vigie.geodata.model.Classification;

/**
 * A view of the map at a position of the log. It holds no data: whoever opens it reads the log of
 * then with rights of his own.
 *
 * @param ref how people call it, for example {@code S-7KQ4}
 * @param view what the map showed, as the fragment of its address
 * @param asOf the last write that its author saw in it
 * @param classification at least the highest of what its author saw in it
 * @param layers names of the layers that it shows
 */
public record Snapshot(
    UUID id,
    String ref,
    String title,
    String note,
    String view,
    LogPosition asOf,
    Classification classification,
    Set<String> compartments,
    List<String> layers,
    String author,
    Instant createdAt,
    Optional<Withdrawal> withdrawal) {

  /** By whom it was withdrawn, and when. */
  public record Withdrawal(String author, Instant at) {}

  /**
   * One that is to be kept.
   *
   * @param window of the map; empty for more than a hemisphere
   */
  public record Draft(
      String title,
      String note,
      String view,
      LogPosition asOf,
      Classification classification,
      Set<String> compartments,
      List<String> layers,
      Optional<BoundingBox> window) {

    public Draft {
      compartments = Set.copyOf(compartments);
      layers = List.copyOf(layers);
    }
  }

  public Snapshot {
    compartments = Set.copyOf(compartments);
    layers = List.copyOf(layers);
  }
}
