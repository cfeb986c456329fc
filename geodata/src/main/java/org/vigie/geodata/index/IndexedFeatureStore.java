package org.vigie.geodata.index;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.GatheredPoints;
import org.vigie.geodata.store.PointSink;
import org.vigie.geodata.store.Summary;

/** The store as one caller sees it, with counts and figures from memory. */
final class IndexedFeatureStore extends PassingStore {

  private static final Summary.Request COUNT =
      new Summary.Request("", Summary.Step.NONE, List.of());

  private final FeatureStore behind;
  private final Access access;
  private final Planner planner;
  private final Supplier<Optional<Snapshot>> snapshots;
  private final LongAdder answered;

  /**
   * @param snapshots a state no older than the moment it is asked for; empty when there is none yet
   * @param answered counts what is answered from memory
   */
  IndexedFeatureStore(
      FeatureStore behind,
      Access access,
      Planner planner,
      Supplier<Optional<Snapshot>> snapshots,
      LongAdder answered) {
    super(behind);
    this.behind = behind;
    this.access = access;
    this.planner = planner;
    this.snapshots = snapshots;
    this.answered = answered;
  }

  @Override
  public long count(FeatureQuery query) {
    return find(query, COUNT).map(Summary::count).orElseGet(() -> behind.count(query));
  }

  @Override
  public Summary summarise(FeatureQuery query, Summary.Request request) {
    return find(query, request).orElseGet(() -> behind.summarise(query, request));
  }

  @Override
  public <S extends PointSink<S>> GatheredPoints<S> points(FeatureQuery query, Supplier<S> sinks) {
    return findPoints(query, sinks).orElseGet(() -> behind.points(query, sinks));
  }

  /** The figures from memory; empty when only the store behind can tell. */
  Optional<Summary> find(FeatureQuery query, Summary.Request request) {
    return find(
        query,
        (state, rows, layer, scan) ->
            Figures.of(rows, layer, request)
                .map(figures -> figures.summary(scan, state.positions().of(access))));
  }

  /** The points from memory; empty when only the store behind can tell. */
  <S extends PointSink<S>> Optional<GatheredPoints<S>> findPoints(
      FeatureQuery query, Supplier<S> sinks) {
    return find(
        query,
        (state, rows, layer, scan) ->
            PointRows.of(rows, layer).map(points -> points.gather(scan, sinks)));
  }

  /** Reads an answer out of the rows that a scan finds. */
  private interface Reading<T> {
    Optional<T> read(Snapshot state, LayerRows rows, Layer layer, Scan scan);
  }

  private <T> Optional<T> find(FeatureQuery query, Reading<T> reading) {
    if (query.asKnownAt().isPresent()) {
      return Optional.empty();
    }
    Optional<Snapshot> snapshot = snapshots.get();
    Optional<T> answer = snapshot.flatMap(state -> find(state, query, reading));
    answer.ifPresent(found -> answered.increment());
    return answer;
  }

  private <T> Optional<T> find(Snapshot state, FeatureQuery asked, Reading<T> reading) {
    Layer layer = asked.layer().visibleTo(access);
    FeatureQuery query = asked.withLayer(layer);
    try {
      return state
          .find(layer.name())
          .flatMap(
              rows ->
                  planner
                      .plan(rows, query, access)
                      .flatMap(scan -> reading.read(state, rows, layer, scan)));
    } catch (UndecidedException onlyTheDatabaseCanTell) {
      return Optional.empty();
    }
  }
}
