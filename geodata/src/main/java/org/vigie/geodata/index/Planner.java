package org.vigie.geodata.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.Marking;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.query.Filter;

/**
 * Turns a query of one caller into a scan. Who may see what is part of every one: marks, and the
 * area of responsibility where the layer regards it.
 */
final class Planner {

  private final Regions regions = new Regions();

  /** Empty when only the database can answer. */
  Optional<Scan> plan(LayerRows rows, FeatureQuery query, Access access) {
    if (query.asKnownAt().isPresent()) {
      return Optional.empty();
    }
    List<Condition> conditions = new ArrayList<>();
    boolean possible =
        addVisibility(conditions, rows.columns(), access)
            && addPlace(conditions, query)
            && addTime(conditions, query)
            && addFilter(conditions, rows.columns(), query);
    return possible ? Optional.of(new Scan(conditions)) : Optional.empty();
  }

  private boolean addVisibility(List<Condition> conditions, LayerColumns columns, Access access) {
    Layer layer = columns.layer();
    Optional<@Nullable Object[]> marks = columns.dictionary(LayerColumns.MARKS).values();
    if (marks.isEmpty()) {
      return false;
    }
    if (!access.mayRead(layer.name())) {
      return conditions.add(new Connectives.Constant(-1));
    }
    conditions.add(new CodeCondition(LayerColumns.MARKS, visible(marks.get(), access)));
    if (access.area().isEmpty() || !layer.areaApplies()) {
      return true;
    }
    Optional<List<Region>> area = regions.find(access.area().get());
    area.ifPresent(
        within ->
            conditions.add(
                new Connectives.Joined(
                    false, List.of(new PresenceCondition(), new PlaceCondition(within)))));
    return area.isPresent();
  }

  private static byte[] visible(@Nullable Object[] marks, Access access) {
    byte[] truths = new byte[marks.length];
    for (int code = 0; code < marks.length; code++) {
      boolean seen =
          marks[code] instanceof Marking m && access.clears(m.classification(), m.compartments());
      truths[code] = (byte) (seen ? 1 : -1);
    }
    return truths;
  }

  private boolean addPlace(List<Condition> conditions, FeatureQuery query) {
    query.bbox().ifPresent(box -> conditions.add(new PlaceCondition(Regions.of(box))));
    if (query.area().isEmpty()) {
      return true;
    }
    Geometry wanted = query.area().get();
    Optional<List<Region>> area = regions.find(wanted);
    area.ifPresent(within -> conditions.add(new PlaceCondition(within)));
    return area.isPresent();
  }

  private static boolean addTime(List<Condition> conditions, FeatureQuery query) {
    if (DatetimeCondition.isAlways(query.layer().time(), query.datetime())) {
      return true;
    }
    return DatetimeCondition.isExact(query.datetime())
        && conditions.add(DatetimeCondition.of(query.layer().time(), query.datetime()));
  }

  private boolean addFilter(List<Condition> conditions, LayerColumns columns, FeatureQuery query) {
    FilterCompiler compiler = new FilterCompiler(columns, query.layer(), regions);
    List<Filter> parts =
        query.filter() instanceof Filter.And and ? and.parts() : List.of(query.filter());
    for (Filter part : parts) {
      Optional<Condition> condition =
          part.equals(Filter.ALL) ? Optional.empty() : compiler.compile(part);
      if (condition.isEmpty() && !part.equals(Filter.ALL)) {
        return false;
      }
      condition.ifPresent(conditions::add);
    }
    return true;
  }
}
