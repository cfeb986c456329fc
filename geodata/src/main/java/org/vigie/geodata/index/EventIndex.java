package org.vigie.geodata.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureRef;
import org.vigie.geodata.store.CopySource;
import org.vigie.geodata.store.LogPosition;

/**
 * The copy and its one writer. Readers take the {@link #snapshot} of the moment and never wait; the
 * writer makes a new one beside it and puts it in its place.
 */
final class EventIndex {

  /** So many rows are put in order together while an index is built. */
  private static final int RUN = 4 * Segment.MAX_ROWS;

  /** So many written features are taken over at once. */
  private static final int BATCH = 4_096;

  private final CopySource source;
  private final LayerCatalog catalog;
  private volatile Snapshot snapshot;
  private volatile boolean stopped;

  EventIndex(CopySource source, LayerCatalog catalog) {
    this.source = source;
    this.catalog = catalog;
    this.snapshot = new Snapshot(LogPosition.EMPTY, Map.of(), Positions.none(catalog));
  }

  /** The state of the moment; before {@link #build} it has no layers. */
  Snapshot snapshot() {
    return snapshot;
  }

  /**
   * Reads everything, by as many threads as there are parts. What is written meanwhile is followed
   * afterwards.
   */
  synchronized void build(int parts) {
    LogPosition before = source.head();
    Map<String, LayerRows> layers = new HashMap<>();
    for (Layer layer : catalog.list()) {
      layers.put(layer.name(), read(layer, parts));
    }
    Positions positions = Positions.none(catalog).after(source.touched());
    follow(new Snapshot(before, layers, positions), true);
  }

  private LayerRows read(Layer layer, int parts) {
    LayerColumns columns = new LayerColumns(layer);
    List<Part> read =
        IntStream.range(0, parts)
            .parallel()
            .mapToObj(part -> read(columns, part, parts))
            .flatMap(List::stream)
            .toList();
    return new LayerRows(columns, read);
  }

  private List<Part> read(LayerColumns columns, int part, int parts) {
    List<Part> done = new ArrayList<>();
    Rows rows = new Rows(columns, BATCH);
    source.forEach(
        columns.layer(),
        part,
        parts,
        feature -> {
          if (stopped) {
            throw new CancellationException("the index is no longer wanted");
          }
          rows.add(feature);
          if (rows.size() == RUN) {
            rows.toSegments().forEach(segment -> done.add(Part.of(segment)));
          }
        });
    rows.toSegments().forEach(segment -> done.add(Part.of(segment)));
    return done;
  }

  /** Takes over what was written since. */
  synchronized void follow() {
    follow(snapshot, false);
  }

  /** Ends a build that is under way. */
  void stop() {
    stopped = true;
  }

  /**
   * @param overlapping whether rows may already be there in the version that is now reported
   */
  private void follow(Snapshot from, boolean overlapping) {
    Map<String, LayerRows> layers = new HashMap<>(from.layers());
    Map<FeatureRef, Optional<Feature>> batch = new HashMap<>();
    CopySource.Followed followed =
        source.follow(
            from.position().sequence(),
            (written, current) -> {
              batch.put(written, current);
              if (batch.size() == BATCH) {
                apply(batch, layers, overlapping);
              }
            });
    apply(batch, layers, overlapping);
    Positions positions = from.positions().after(followed.touched());
    snapshot = new Snapshot(followed.head(), layers, positions);
  }

  private static void apply(
      Map<FeatureRef, Optional<Feature>> batch,
      Map<String, LayerRows> layers,
      boolean overlapping) {
    Map<String, List<UUID>> replaced = new HashMap<>();
    Map<String, List<Feature>> added = new HashMap<>();
    batch.forEach(
        (written, current) -> {
          // a first version replaces nothing: an import is not looked for row by row
          if (overlapping || current.isEmpty() || current.get().version() > 1) {
            replaced
                .computeIfAbsent(written.layer(), layer -> new ArrayList<>())
                .add(written.id().value());
          }
          current.ifPresent(
              feature ->
                  added.computeIfAbsent(written.layer(), layer -> new ArrayList<>()).add(feature));
        });
    layers.replaceAll(
        (layer, rows) ->
            rows.after(
                replaced.getOrDefault(layer, List.of()), added.getOrDefault(layer, List.of())));
    batch.clear();
  }
}
