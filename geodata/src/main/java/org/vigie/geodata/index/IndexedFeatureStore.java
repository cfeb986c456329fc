package org.vigie.geodata.index;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.query.FeaturePage;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.Counted;
import org.vigie.geodata.store.CrossTable;
import org.vigie.geodata.store.Cursor;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.GatheredPoints;
import org.vigie.geodata.store.Picture;
import org.vigie.geodata.store.PictureRequest;
import org.vigie.geodata.store.PointSink;
import org.vigie.geodata.store.Summary;
import org.vigie.geodata.store.Titles;

/** The store as one caller sees it, with counts, figures and pictures from memory. */
final class IndexedFeatureStore extends PassingStore {

  private static final Summary.Request COUNT =
      new Summary.Request("", Summary.Step.NONE, List.of());

  /** More are found sooner in their order than one by one. */
  private static final int MOST_IDS = 20_000;

  private final FeatureStore behind;
  private final Access access;
  private final Selector selector;
  private final States states;

  IndexedFeatureStore(FeatureStore behind, Access access, Selector selector, States states) {
    super(behind);
    this.behind = behind;
    this.access = access;
    this.selector = selector;
    this.states = states;
  }

  @Override
  public long count(FeatureQuery query) {
    return find(query, COUNT).map(Summary::count).orElseGet(() -> behind.count(query));
  }

  /**
   * The features are the database's. How many there are is not counted there as well, and in the
   * order of ids it need not look for those of the page.
   */
  @Override
  public FeaturePage page(
      FeatureQuery query, int limit, Optional<String> cursor, Optional<Counted> counted)
      throws BadInputException {
    Optional<Counted> here =
        counted.isPresent() ? counted : find(query, afterPage(query, cursor), 1L + limit);
    return behind.page(query, limit, cursor, here);
  }

  private static Optional<FeatureId> afterPage(FeatureQuery query, Optional<String> cursor)
      throws BadInputException {
    return cursor.isEmpty()
        ? Optional.empty()
        : Optional.of(Cursor.decode(cursor.get(), Cursor.order(query), query.sort().size()).id());
  }

  /**
   * The number of all and, where ids are the order, the first ids behind one; empty when only the
   * store behind can tell.
   */
  private Optional<Counted> find(FeatureQuery query, Optional<FeatureId> after, long most) {
    if (!query.sort().isEmpty() || most > MOST_IDS) {
      return find(query, COUNT)
          .map(figures -> new Counted(figures.asOf(), figures.count(), Optional.empty()));
    }
    return find(
        query,
        (state, rows) ->
            Optional.of(
                scan -> FirstIds.of(rows, scan, state.positions().of(access), after, (int) most)));
  }

  @Override
  public Summary summarise(FeatureQuery query, Summary.Request request) {
    return find(query, request).orElseGet(() -> behind.summarise(query, request));
  }

  @Override
  public CrossTable crossTable(FeatureQuery query, CrossTable.Request request) {
    return find(query, request).orElseGet(() -> behind.crossTable(query, request));
  }

  @Override
  public <S extends PointSink<S>> GatheredPoints<S> points(FeatureQuery query, Supplier<S> sinks) {
    return findPoints(query, sinks).orElseGet(() -> behind.points(query, sinks));
  }

  @Override
  public Picture picture(FeatureQuery query, PictureRequest request) {
    return find(query, request).orElseGet(() -> behind.picture(query, request));
  }

  /** The figures from memory; empty when only the store behind can tell. */
  Optional<Summary> find(FeatureQuery query, Summary.Request request) {
    return find(
        query,
        (state, rows) ->
            Figures.of(rows, seen(query), request)
                .map(figures -> scan -> figures.summary(scan, state.positions().of(access))));
  }

  /** The counts from memory; empty when only the store behind can tell. */
  Optional<CrossTable> find(FeatureQuery query, CrossTable.Request request) {
    return find(
        query,
        (state, rows) ->
            CrossCounts.of(rows, seen(query), request)
                .map(counts -> scan -> counts.table(scan, state.positions().of(access))));
  }

  /** The points from memory; empty when only the store behind can tell. */
  <S extends PointSink<S>> Optional<GatheredPoints<S>> findPoints(
      FeatureQuery query, Supplier<S> sinks) {
    return find(
        query,
        (state, rows) ->
            PointRows.of(rows, seen(query)).map(points -> scan -> points.gather(scan, sinks)));
  }

  /** The picture from memory; empty when only the store behind can draw it. */
  Optional<Picture> find(FeatureQuery query, PictureRequest request) {
    Optional<Picture> drawn =
        find(
            query,
            (state, rows) ->
                Pictures.of(rows, seen(query), request)
                    .map(pictures -> scan -> pictures.picture(scan, state.positions().of(access))));
    return request.titles() ? drawn.flatMap(picture -> titled(seen(query), picture)) : drawn;
  }

  /** Titles are the database's. Those of another state than the index has are of no use here. */
  private Optional<Picture> titled(Layer layer, Picture drawn) {
    if (layer.titleProperty().isEmpty()
        || drawn.count() == 0
        || !(drawn instanceof Picture.Points points)) {
      return Optional.of(drawn);
    }
    Map<FeatureId, String> byId =
        new HashMap<>(
            selector.titles().find(access.view(), layer.name(), points.asOf(), points.ids()));
    List<FeatureId> unknown = points.ids().stream().filter(id -> !byId.containsKey(id)).toList();
    if (!unknown.isEmpty()) {
      Titles read = behind.titles(layer, unknown);
      if (!read.asOf().equals(points.asOf())) {
        return Optional.empty();
      }
      Map<FeatureId, String> titles = new HashMap<>();
      unknown.forEach(id -> titles.put(id, read.byId().getOrDefault(id, "")));
      selector.titles().keep(access.view(), layer.name(), points.asOf(), titles);
      byId.putAll(titles);
    }
    return Optional.of(points.withTitles(new Titles(points.asOf(), byId).of(points.ids())));
  }

  private Layer seen(FeatureQuery query) {
    return query.layer().visibleTo(access);
  }

  private <T> Optional<T> find(
      FeatureQuery query, BiFunction<Snapshot, LayerRows, Optional<Selector.Reading<T>>> readings) {
    return selector.answer(behind, access, states, query.withLayer(seen(query)), readings);
  }
}
