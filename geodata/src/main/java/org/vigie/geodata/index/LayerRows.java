package org.vigie.geodata.index;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.vigie.geodata.model.Feature;

/**
 * All rows of one layer: segments along the Morton curve, large ones and a few small ones of late.
 * Immutable. Small segments are joined when there are many of one size, so that a row is copied
 * only a few times in its life.
 */
record LayerRows(LayerColumns columns, List<Part> parts) {

  /** As many segments of one size become one. */
  private static final int FAN = 8;

  LayerRows {
    parts = List.copyOf(parts);
  }

  long count() {
    return parts.stream().mapToLong(Part::live).sum();
  }

  long bytes() {
    return parts.stream().mapToLong(Part::bytes).sum();
  }

  /**
   * The same after features were written.
   *
   * @param replaced ids whose rows, if there are any, no longer hold
   * @param added the current versions of those that are still there
   */
  LayerRows after(Collection<UUID> replaced, List<Feature> added) {
    if (replaced.isEmpty() && added.isEmpty()) {
      return this;
    }
    List<Part> next = new ArrayList<>();
    for (Part part : parts) {
      BitSet gone = new BitSet();
      for (UUID id : replaced) {
        int row = part.segment().find(id);
        if (row >= 0) {
          gone.set(row);
        }
      }
      Part left = gone.isEmpty() ? part : part.without(gone);
      if (left.live() > 0) {
        next.add(left);
      }
    }
    if (!added.isEmpty()) {
      Rows rows = new Rows(columns, added.size());
      added.forEach(rows::add);
      rows.toSegments().forEach(segment -> next.add(Part.of(segment)));
    }
    return new LayerRows(columns, joined(next));
  }

  private List<Part> joined(List<Part> parts) {
    Map<Integer, List<Part>> bySize = new HashMap<>();
    List<Part> kept = new ArrayList<>();
    for (Part part : parts) {
      if (isSettled(part)) {
        kept.add(part);
      } else {
        bySize.computeIfAbsent(magnitude(part.live()), size -> new ArrayList<>()).add(part);
      }
    }
    for (List<Part> alike : bySize.values()) {
      if (alike.size() < FAN) {
        kept.addAll(alike);
      } else {
        join(alike).forEach(segment -> kept.add(Part.of(segment)));
      }
    }
    return kept;
  }

  private static boolean isSettled(Part part) {
    int half = Segment.MAX_ROWS / 2;
    return part.live() >= half;
  }

  private static int magnitude(int rows) {
    return (31 - Integer.numberOfLeadingZeros(Math.max(1, rows))) / 3;
  }

  private List<Segment> join(List<Part> alike) {
    Rows rows = new Rows(columns, alike.stream().mapToInt(Part::live).sum());
    for (Part part : alike) {
      for (int row = 0; row < part.segment().size(); row++) {
        if (part.holds(row)) {
          rows.add(part.segment(), row);
        }
      }
    }
    return rows.toSegments();
  }
}
