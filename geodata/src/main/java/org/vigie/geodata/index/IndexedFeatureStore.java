package org.vigie.geodata.index;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.FeatureStore;
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

  /** The figures from memory; empty when only the store behind can tell. */
  Optional<Summary> find(FeatureQuery query, Summary.Request request) {
    if (query.asKnownAt().isPresent()) {
      return Optional.empty();
    }
    Optional<Snapshot> snapshot = snapshots.get();
    Optional<Summary> summary = snapshot.flatMap(state -> find(state, query, request));
    summary.ifPresent(found -> answered.increment());
    return summary;
  }

  private Optional<Summary> find(Snapshot state, FeatureQuery asked, Summary.Request request) {
    Layer layer = asked.layer().visibleTo(access);
    FeatureQuery query = asked.withLayer(layer);
    try {
      return state
          .find(layer.name())
          .flatMap(
              rows ->
                  planner
                      .plan(rows, query, access)
                      .flatMap(
                          scan ->
                              Figures.of(rows, layer, request)
                                  .map(f -> f.summary(scan, state.positions().of(access)))));
    } catch (UndecidedException onlyTheDatabaseCanTell) {
      return Optional.empty();
    }
  }
}
