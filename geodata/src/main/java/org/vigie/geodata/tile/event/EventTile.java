package org.vigie.geodata.tile.event;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.layer.TimeModel;
import org.vigie.geodata.model.BoundingBox;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.store.PointSink;
import org.vigie.geodata.tile.TileAddress;

/**
 * An event tile in the making. Up to {@link #MAX_RAW} features in the tile are kept one by one,
 * with those in its buffer; with one more all are counted from then on and the buffer is let go. So
 * it takes little memory whatever it is given, and its bytes depend on what it was given, not on
 * the order.
 */
public final class EventTile implements PointSink<EventTile> {

  /** With more features in the tile itself than this it holds counts. */
  public static final int MAX_RAW = 8_000;

  /** More than this in the buffer is not carried: it would be most of the tile. */
  static final int MAX_AROUND = 8_000;

  private static final int MAX_SEVERITY = 255;

  private final TileGrid grid;
  private final TimeModel time;
  private final RawEvents inside = new RawEvents();
  private final RawEvents around = new RawEvents();
  private @Nullable EventCounts counts;
  private long total;
  private Classification highestInside = Classification.UNCLASSIFIED;
  private Classification highestAround = Classification.UNCLASSIFIED;
  private boolean needToKnowInside;
  private boolean needToKnowAround;

  /**
   * @param time of the layer: an open end of a state goes on
   */
  public EventTile(TileAddress address, TimeModel time) {
    this.grid = new TileGrid(address);
    this.time = time;
  }

  /** A box that holds all that a tile is made of, and little more; empty for all the world. */
  public static Optional<BoundingBox> box(TileAddress address) {
    // some units more than the buffer, against rounding
    return address.zoom() == 0
        ? Optional.empty()
        : Optional.of(address.around(TileGrid.BUFFER + 8));
  }

  @Override
  public void take(
      int x,
      int y,
      long start,
      long end,
      int category,
      long severity,
      Classification mark,
      boolean needToKnow) {
    int column = grid.x(x);
    int row = grid.y(y);
    if (column == TileGrid.OUTSIDE || row == TileGrid.OUTSIDE) {
      return;
    }
    int known = (int) Math.max(0, Math.min(MAX_SEVERITY, severity));
    if (!TileGrid.isInside(column) || !TileGrid.isInside(row)) {
      if (around.size() <= MAX_AROUND) {
        around.add(column, row, start, end, category, known);
        highestAround = highestAround.highest(mark);
        needToKnowAround |= needToKnow;
      }
      return;
    }
    total++;
    highestInside = highestInside.highest(mark);
    needToKnowInside |= needToKnow;
    if (counts != null) {
      counts.add(start, column, row, category, known);
    } else {
      inside.add(column, row, start, end, category, known);
      if (inside.size() > MAX_RAW) {
        counted();
      }
    }
  }

  @Override
  public void join(EventTile other) {
    total += other.total;
    highestInside = highestInside.highest(other.highestInside);
    highestAround = highestAround.highest(other.highestAround);
    needToKnowInside |= other.needToKnowInside;
    needToKnowAround |= other.needToKnowAround;
    if (around.size() <= MAX_AROUND) {
      around.addAll(other.around);
    }
    if (counts == null && other.counts == null && total <= MAX_RAW) {
      inside.addAll(other.inside);
    } else {
      counted().join(other.counted());
    }
  }

  private EventCounts counted() {
    if (counts == null) {
      counts = new EventCounts();
      inside.moveTo(counts);
    }
    return counts;
  }

  /** Point features in the tile itself, exact. */
  public long total() {
    return total;
  }

  /** Of what the bytes tell; UNCLASSIFIED when there is nothing. */
  public Classification highest() {
    return carriesAround() ? highestInside.highest(highestAround) : highestInside;
  }

  /** Whether the bytes tell of anything that is in a compartment. */
  public boolean needToKnow() {
    return needToKnowInside || (carriesAround() && needToKnowAround);
  }

  /**
   * The tile as docs/event-tiles.md has it; empty when nothing lies there.
   *
   * @param categories values by the numbers that were taken
   */
  public byte[] toByteArray(List<String> categories) {
    if (counts != null) {
      return counts.toByteArray(total, categories);
    }
    RawEvents all = new RawEvents();
    all.addAll(inside);
    if (carriesAround()) {
      all.addAll(around);
    }
    return all.size() == 0 ? new byte[0] : new RawTile(all, time).toByteArray(total, categories);
  }

  private boolean carriesAround() {
    return counts == null && around.size() <= MAX_AROUND;
  }
}
