package org.vigie.geodata.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.Marking;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.query.Filter;

/**
 * Takes the question of one caller apart: what is decided here, and what is left to the database.
 * Who may see what is part of every question: marks, and the area of responsibility where the layer
 * regards it.
 */
final class Planner {

  private final Regions regions = new Regions();

  /**
   * Empty when the database must answer the whole.
   *
   * @param placed whether places are decided here; when not, the database is asked about them, the
   *     area of responsibility included
   */
  Optional<Split> split(LayerColumns columns, FeatureQuery query, Access access, boolean placed) {
    Optional<@Nullable Object[]> marks = columns.dictionary(LayerColumns.MARKS).values();
    if (query.asKnownAt().isPresent() || marks.isEmpty()) {
      return Optional.empty();
    }
    Layer layer = columns.layer();
    if (!access.mayRead(layer.name())) {
      Condition nothing = new Connectives.Constant(-1);
      return Optional.of(
          new Split(List.of(nothing), List.of(), List.of(), FeatureQuery.of(query.layer()), true));
    }
    List<Condition> visibility = new ArrayList<>();
    visibility.add(new CodeCondition(LayerColumns.MARKS, visible(marks.get(), access)));
    boolean whole = addArea(visibility, layer, access, placed);
    List<Condition> extent = new ArrayList<>();
    FeatureQuery rest = addExtent(extent, query, placed);
    List<Condition> others = new ArrayList<>();
    rest = rest.withFilter(addFilter(others, columns, query, placed));
    whole &= rest.equals(FeatureQuery.of(query.layer()));
    return Optional.of(new Split(visibility, extent, others, rest, whole));
  }

  /** Whether the area of responsibility is decided here. */
  private boolean addArea(List<Condition> conditions, Layer layer, Access access, boolean placed) {
    if (access.area().isEmpty() || !layer.areaApplies()) {
      return true;
    }
    Optional<List<Region>> area = placed ? regions.find(access.area().get()) : Optional.empty();
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

  /** What of place and time is left. */
  private FeatureQuery addExtent(List<Condition> conditions, FeatureQuery query, boolean placed) {
    FeatureQuery rest = FeatureQuery.of(query.layer());
    if (query.bbox().isPresent()) {
      if (placed) {
        conditions.add(new PlaceCondition(Regions.of(query.bbox().get())));
      } else {
        rest = rest.withBbox(query.bbox().get());
      }
    }
    if (query.area().isPresent()) {
      Optional<List<Region>> area = placed ? regions.find(query.area().get()) : Optional.empty();
      area.ifPresent(within -> conditions.add(new PlaceCondition(within)));
      rest = area.isPresent() ? rest : rest.withArea(query.area().get());
    }
    if (DatetimeCondition.isAlways(query.layer().time(), query.datetime())) {
      return rest;
    }
    if (!DatetimeCondition.isExact(query.datetime())) {
      return rest.withDatetime(query.datetime());
    }
    conditions.add(DatetimeCondition.of(query.layer().time(), query.datetime()));
    return rest;
  }

  /** What of the filter is left. */
  private Filter addFilter(
      List<Condition> conditions, LayerColumns columns, FeatureQuery query, boolean placed) {
    FilterCompiler compiler = new FilterCompiler(columns, query.layer(), regions, placed);
    Filter left = Filter.ALL;
    for (Filter part : Split.conjuncts(query.filter())) {
      Optional<Condition> condition = compiler.compile(part);
      condition.ifPresent(conditions::add);
      left = condition.isPresent() ? left : Filter.both(left, part);
    }
    return left;
  }
}
