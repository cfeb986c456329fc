package org.vigie.geodata.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.query.ComparisonOperator;
import org.vigie.geodata.query.ConstantExpression;
import org.vigie.geodata.query.Expression;
import org.vigie.geodata.query.Filter;
import org.vigie.geodata.query.FilterEvaluator;
import org.vigie.geodata.query.GeometryLiterals;
import org.vigie.geodata.query.Queryables;
import org.vigie.geodata.query.SpatialRelation;
import org.vigie.geodata.query.Ternary;

/**
 * Compiles a checked filter to a condition on columns. What concerns one column alone is decided
 * once for each value, by the same evaluator that decides for whole features, whatever the
 * condition looks like. There is no condition when the filter names something that is not kept.
 */
final class FilterCompiler {

  private static final Expression PLACE = new Expression.Property(Queryables.GEOMETRY);
  private static final Expression ID = new Expression.Property("id");
  private static final Set<String> ROW =
      Set.of("id", Queryables.GEOMETRY, "valid_from", "valid_to");

  private final LayerColumns columns;
  private final Queryables queryables;
  private final Regions regions;
  private final boolean placed;

  /**
   * @param layer as the caller sees it
   * @param placed whether places are decided here; else only whether there is one
   */
  FilterCompiler(LayerColumns columns, Layer layer, Regions regions, boolean placed) {
    this.columns = columns;
    this.queryables = Queryables.of(layer);
    this.regions = regions;
    this.placed = placed;
  }

  /** Empty when only the database can answer. */
  Optional<Condition> compile(Filter filter) {
    if (ConstantExpression.isConstant(filter)) {
      Boolean value = ConstantExpression.value(filter, queryables);
      return Optional.of(new Connectives.Constant(value == null ? 0 : value ? 1 : -1));
    }
    Set<String> names = FilterNames.of(filter);
    if (names.stream().anyMatch(name -> !isKept(name))) {
      return Optional.empty();
    }
    Set<Integer> named = columnsOf(names);
    if (named.size() == 1 && names.stream().noneMatch(ROW::contains)) {
      return byValue(filter, named.iterator().next());
    }
    if (filter instanceof Filter.And and) {
      return joined(true, and.parts());
    }
    if (filter instanceof Filter.Or or) {
      return joined(false, or.parts());
    }
    if (filter instanceof Filter.Not not) {
      return compile(not.part()).map(Connectives.Not::new);
    }
    if (filter instanceof Filter.IsNull isNull && isNull.operand().equals(PLACE)) {
      return Optional.of(new PresenceCondition());
    }
    Optional<IdSet> ids = ids(filter);
    if (ids.isPresent()) {
      return ids.map(IdCondition::new);
    }
    if (names.contains(Queryables.GEOMETRY) && !placed) {
      return Optional.empty();
    }
    if (filter instanceof Filter.Spatial spatial) {
      return spatial(spatial);
    }
    return byRow(filter, named, names.contains(Queryables.GEOMETRY), List.of());
  }

  private boolean isKept(String name) {
    return ROW.contains(name) || columns.find(name).isPresent();
  }

  private Set<Integer> columnsOf(Set<String> names) {
    Set<Integer> named = new TreeSet<>();
    for (String name : names) {
      OptionalInt column = ROW.contains(name) ? OptionalInt.empty() : columns.find(name);
      column.ifPresent(named::add);
    }
    return named;
  }

  private Optional<Condition> joined(boolean all, List<Filter> parts) {
    List<Condition> conditions = new ArrayList<>();
    for (Filter part : parts) {
      Optional<Condition> condition = compile(part);
      if (condition.isEmpty()) {
        return condition;
      }
      conditions.add(condition.get());
    }
    return Optional.of(new Connectives.Joined(all, conditions));
  }

  private Optional<Condition> byValue(Filter filter, int column) {
    Function<Feature, Ternary> evaluator = new FilterEvaluator(queryables).truth(filter);
    return columns
        .dictionary(column)
        .values()
        .map(
            values -> {
              byte[] truths = new byte[values.length];
              for (int code = 0; code < values.length; code++) {
                truths[code] =
                    (byte)
                        switch (evaluator.apply(columns.feature(column, values[code]))) {
                          case TRUE -> 1;
                          case FALSE -> -1;
                          case UNKNOWN -> 0;
                        };
              }
              return new CodeCondition(column, truths);
            });
  }

  /** The ids of {@code id = '…'} and {@code id IN ('…', …)}. */
  private static Optional<IdSet> ids(Filter filter) {
    List<Expression> list = List.of();
    if (filter instanceof Filter.In in && in.value().equals(ID)) {
      list = in.list();
    } else if (filter instanceof Filter.Comparison c && c.operator() == ComparisonOperator.EQUAL) {
      list =
          c.left().equals(ID)
              ? List.of(c.right())
              : c.right().equals(ID) ? List.of(c.left()) : list;
    }
    if (list.isEmpty() || !list.stream().allMatch(Expression.TextLiteral.class::isInstance)) {
      return Optional.empty();
    }
    return Optional.of(IdSet.of(list.stream().flatMap(each -> canonical(each).stream()).toList()));
  }

  /** A text in another form than an id is printed in equals none. */
  private static Optional<FeatureId> canonical(Expression literal) {
    String text = ((Expression.TextLiteral) literal).value();
    return FeatureId.find(text).filter(id -> id.toString().equals(text));
  }

  private Optional<Condition> spatial(Filter.Spatial spatial) {
    Expression other = spatial.left().equals(PLACE) ? spatial.right() : spatial.left();
    if (!ConstantExpression.isConstant(other)) {
      return byRow(spatial, Set.of(), true, List.of());
    }
    Optional<List<Region>> area = regions.find(GeometryLiterals.geometry(other));
    if (area.isPresent() && spatial.relation() == SpatialRelation.INTERSECTS) {
      return Optional.of(new PlaceCondition(area.get()));
    }
    if (area.isPresent() && spatial.relation() == SpatialRelation.DISJOINT) {
      return Optional.of(new Connectives.Not(new PlaceCondition(area.get())));
    }
    return byRow(spatial, Set.of(), true, area.orElse(List.of()));
  }

  private Optional<Condition> byRow(
      Filter filter, Set<Integer> named, boolean placed, List<Region> guards) {
    Map<Integer, @Nullable Object[]> values = new HashMap<>();
    for (int column : named) {
      Optional<@Nullable Object[]> all = columns.dictionary(column).values();
      if (all.isEmpty()) {
        return Optional.empty();
      }
      values.put(column, all.get());
    }
    return Optional.of(
        new EvaluatedCondition(
            columns, values, placed, guards, new FilterEvaluator(queryables).truth(filter)));
  }
}
