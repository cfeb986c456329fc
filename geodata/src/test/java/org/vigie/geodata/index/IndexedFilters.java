package org.vigie.geodata.index;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.query.Filter;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.LogPosition;
import org.vigie.geodata.store.Matches;

/**
 * Features of one layer in the index, so that filters can be tried on them beside a database that
 * has the same features.
 */
public final class IndexedFilters {

  /** The features that the database finds. */
  @FunctionalInterface
  public interface Database {
    Set<String> select(Filter filter) throws Exception;
  }

  private static final Access ALL = Access.everything(new Author("test"));

  private final Layer layer;
  private final LayerRows rows;
  private final Snapshot snapshot;
  private final Selector selector = new Selector();
  private final FeatureStore database;

  public IndexedFilters(Layer layer, List<Feature> features, Database database) {
    this.layer = layer;
    this.rows =
        new LayerRows(new LayerColumns(layer), List.of()).after(List.of(), List.copyOf(features));
    LayerCatalog catalog = new LayerCatalog(List.of(layer));
    this.snapshot =
        new Snapshot(LogPosition.EMPTY, Map.of(layer.name(), rows), Positions.none(catalog));
    this.database = matching(database);
  }

  /** A store that finds ids and does nothing else. */
  private static FeatureStore matching(Database database) {
    return (FeatureStore)
        Proxy.newProxyInstance(
            FeatureStore.class.getClassLoader(),
            new Class<?>[] {FeatureStore.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("matches")) {
                throw new IllegalStateException(method.getName());
              }
              FeatureQuery query = (FeatureQuery) arguments[0];
              Optional<?> among = (Optional<?>) arguments[1];
              List<FeatureId> ids =
                  database.select(query.filter()).stream()
                      .map(each -> FeatureId.find(each).orElseThrow())
                      .filter(id -> among.isEmpty() || ((List<?>) among.get()).contains(id))
                      .toList();
              return new Matches(LogPosition.EMPTY, Optional.of(ids));
            });
  }

  /** Identifiers of the features that pass. */
  public Set<String> select(Filter filter) {
    return select(FeatureQuery.of(layer).withFilter(filter), ALL);
  }

  Set<String> select(FeatureQuery query, Access access) {
    return selector
        .answer(
            database,
            access,
            States.of(snapshot),
            query,
            (state, all) ->
                Optional.<Selector.Reading<Set<String>>>of(
                    scan ->
                        RowIds.of(all, scan).stream()
                            .map(FeatureId::toString)
                            .collect(Collectors.toSet())))
        .orElseThrow();
  }

  /** How many questions were answered in this way. */
  public long answered(Plan plan) {
    return selector.counts().get(plan);
  }

  /** How all were answered, in words. */
  public static String plans(Iterable<IndexedFilters> all) {
    return Arrays.stream(Plan.values())
        .map(
            plan -> {
              long sum = 0;
              for (IndexedFilters each : all) {
                sum += each.answered(plan);
              }
              return sum + " " + plan;
            })
        .collect(Collectors.joining(", "));
  }
}
