package org.vigie.geodata.index;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.query.Filter;

/** Features of one layer in the index, without a database, so that filters can be tried on them. */
public final class IndexedFilters {

  private final Layer layer;
  private final LayerRows rows;
  private final Planner planner = new Planner();

  public IndexedFilters(Layer layer, List<Feature> features) {
    this.layer = layer;
    this.rows =
        new LayerRows(new LayerColumns(layer), List.of()).after(List.of(), List.copyOf(features));
  }

  /** Identifiers of the features that pass; empty when the database would have to be asked. */
  public Optional<Set<String>> select(Filter filter) {
    return select(FeatureQuery.of(layer).withFilter(filter), Access.everything(new Author("test")));
  }

  Optional<Set<String>> select(FeatureQuery query, Access access) {
    Set<String> ids = new HashSet<>();
    try {
      Optional<Scan> scan = planner.plan(rows, query, access);
      if (scan.isEmpty()) {
        return Optional.empty();
      }
      for (Part part : rows.parts()) {
        scan.get()
            .of(
                part,
                (segment, zone, bits) -> {
                  for (int i = 0; i < Zones.ROWS; i++) {
                    if ((bits[i >>> 6] >>> i & 1) != 0) {
                      int row = zone * Zones.ROWS + i;
                      ids.add(new UUID(segment.idHigh(row), segment.idLow(row)).toString());
                    }
                  }
                });
      }
      return Optional.of(ids);
    } catch (UndecidedException onlyTheDatabase) {
      return Optional.empty();
    }
  }
}
