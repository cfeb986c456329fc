package org.vigie.geodata.store.postgis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.query.ArithmeticOperator;
import org.vigie.geodata.query.ArrayRelation;
import org.vigie.geodata.query.ComparisonOperator;
import org.vigie.geodata.query.Expression;
import org.vigie.geodata.query.Filter;
import org.vigie.geodata.query.SpatialRelation;
import org.vigie.geodata.query.TemporalRelation;

/** Random filters over the layers of {@link RandomThings}, all of them well typed. */
final class RandomFilters {

  private static final List<String> TEXT = List.of("name", "note", "source_id", "source_system");
  private static final List<String> NUMBER = List.of("n", "x", "version", "radius_m");
  private static final List<String> INSTANT = List.of("at", "valid_from", "valid_to");
  private static final List<String> ARRAY = List.of("flags", "words");

  private final RandomThings things;

  RandomFilters(RandomThings things) {
    this.things = things;
  }

  Filter filter(int depth) {
    return switch (depth == 0 ? 9 : things.upTo(12)) {
      case 0 -> new Filter.And(filters(depth - 1));
      case 1 -> new Filter.Or(filters(depth - 1));
      case 2 -> new Filter.Not(filter(depth - 1));
      default -> condition(Math.max(depth - 1, 0));
    };
  }

  private List<Filter> filters(int depth) {
    List<Filter> parts = new ArrayList<>();
    for (int i = 2 + things.upTo(2); i > 0; i--) {
      parts.add(filter(depth));
    }
    return parts;
  }

  private Filter condition(int depth) {
    return switch (things.upTo(9)) {
      case 0, 1 -> comparison(depth);
      case 2 -> like();
      case 3 -> between(depth);
      case 4 -> in(depth);
      case 5 -> isNull(depth);
      case 6 -> spatial();
      case 7 -> temporal();
      default -> arrays();
    };
  }

  private Filter comparison(int depth) {
    ComparisonOperator operator = things.one(List.of(ComparisonOperator.values()));
    Supplier<Expression> kind = scalar(depth);
    return new Filter.Comparison(operator, kind.get(), kind.get());
  }

  private Filter between(int depth) {
    Supplier<Expression> kind = scalar(depth);
    return new Filter.Between(kind.get(), kind.get(), kind.get());
  }

  private Filter in(int depth) {
    Supplier<Expression> kind = things.chance(0.1) ? this::identifier : scalar(depth);
    List<Expression> list = new ArrayList<>();
    for (int i = 1 + things.upTo(4); i > 0; i--) {
      list.add(kind.get());
    }
    return new Filter.In(kind.get(), list);
  }

  private Expression identifier() {
    return things.chance(0.6)
        ? new Expression.Property("id")
        : new Expression.TextLiteral("6f1e1920-9107-422d-a3db-c468cbc5d6df");
  }

  /** Expressions of one kind that may be compared with one another. */
  private Supplier<Expression> scalar(int depth) {
    return switch (things.upTo(5)) {
      case 0 -> () -> text(depth);
      case 1 -> () -> number(depth);
      case 2 -> () -> truth(depth);
      case 3 -> this::day;
      default -> () -> things.chance(0.3) ? day() : instant();
    };
  }

  private Expression text(int depth) {
    if (depth > 0 && things.chance(0.3)) {
      return things.chance(0.3)
          ? local("timeOfDay")
          : call(things.chance(0.5) ? "casei" : "accenti", text(depth - 1));
    }
    return things.chance(0.5)
        ? new Expression.Property(things.one(TEXT))
        : new Expression.TextLiteral(things.text());
  }

  private Expression number(int depth) {
    if (depth > 0 && things.chance(0.4)) {
      return switch (things.upTo(5)) {
        case 4 -> local("dayOfWeek");
        case 0 -> call(things.one(List.of("abs", "floor", "ceil")), number(depth - 1));
        case 1 -> call("length", text(depth - 1));
        case 2 ->
            call(
                things.one(List.of("year", "month", "day", "hour", "weekday")),
                things.chance(0.5) ? day() : instant());
        default ->
            new Expression.Arithmetic(
                things.one(List.of(ArithmeticOperator.values())),
                number(depth - 1),
                number(depth - 1));
      };
    }
    if (things.chance(0.5)) {
      return new Expression.Property(things.one(NUMBER));
    }
    return new Expression.NumberLiteral(
        things.chance(0.5) ? (Number) things.whole() : (Number) things.number());
  }

  private Expression truth(int depth) {
    if (depth > 0 && things.chance(0.2)) {
      return new Expression.Property("ok");
    }
    return things.chance(0.5)
        ? new Expression.Property("ok")
        : new Expression.BooleanLiteral(things.chance(0.5));
  }

  private Expression day() {
    return things.chance(0.5)
        ? new Expression.Property("day")
        : new Expression.DateLiteral(things.date());
  }

  private Expression instant() {
    return things.chance(0.5)
        ? new Expression.Property(things.one(INSTANT))
        : new Expression.TimestampLiteral(things.instant());
  }

  private Expression local(String name) {
    return new Expression.Call(
        name,
        List.of(
            things.chance(0.2) ? day() : instant(),
            things.chance(0.8)
                ? new Expression.Property("time_precision")
                : new Expression.TextLiteral(
                    things.one(List.of("EXACT_MINUTE", "EXACT_DAY", "WEEK", "nonsense"))),
            new Expression.TextLiteral(
                things.one(
                    List.of(
                        "+00:00",
                        "+01:00",
                        "-03:30",
                        "+05:45",
                        "-11:00",
                        "+14:00",
                        "Asia/Beirut")))));
  }

  private static Expression call(String name, Expression argument) {
    return new Expression.Call(name, List.of(argument));
  }

  private Filter like() {
    String pattern =
        things.one(
            List.of("%", "a%", "%s%", "_", "a\\_b", "%\\%", "STRA%", "%ș%", "back\\\\%", ""));
    Expression folded = new Expression.TextLiteral(pattern);
    Expression value = text(0);
    for (String fold : List.of("casei", "accenti")) {
      if (things.chance(0.4)) {
        folded = call(fold, folded);
        value = call(fold, value);
      }
    }
    return new Filter.Like(value, folded);
  }

  private Filter isNull(int depth) {
    return new Filter.IsNull(
        switch (things.upTo(6)) {
          case 0 -> new Expression.Property("geom");
          case 1 -> new Expression.Property(things.one(ARRAY));
          case 2 -> new Expression.Condition(condition(depth > 0 ? depth - 1 : 0));
          case 3 -> number(depth);
          case 4 -> interval();
          default -> scalar(depth).get();
        });
  }

  private Filter spatial() {
    SpatialRelation relation = things.one(List.of(SpatialRelation.values()));
    Expression literal =
        things.chance(0.3)
            ? box()
            : new Expression.GeometryLiteral(geometry(relation.takesCollections()));
    Expression property = new Expression.Property("geom");
    return switch (things.upTo(8)) {
      case 0 -> new Filter.Spatial(relation, property, property);
      case 1 -> new Filter.Spatial(relation, literal, literal);
      case 2, 3 -> new Filter.Spatial(relation, literal, property);
      default -> new Filter.Spatial(relation, property, literal);
    };
  }

  private Geometry geometry(boolean collections) {
    return things.geometry(collections);
  }

  private Expression box() {
    double south = things.upTo(3);
    double north = south + 1 + things.upTo(2);
    if (things.chance(0.3)) {
      return new Expression.BoxLiteral(178, south, -178, north);
    }
    double west = things.upTo(3);
    return new Expression.BoxLiteral(west, south, west + things.upTo(3), north);
  }

  private Filter temporal() {
    TemporalRelation relation = things.one(List.of(TemporalRelation.values()));
    boolean instants = relation.takesInstants();
    return new Filter.Temporal(relation, time(instants), time(instants));
  }

  private Expression time(boolean instants) {
    if (instants && things.chance(0.4)) {
      return things.chance(0.5) ? day() : instant();
    }
    return interval();
  }

  private Expression interval() {
    if (things.chance(0.3)) {
      return new Expression.Interval(
          new Expression.Property("valid_from"), new Expression.Property("valid_to"));
    }
    boolean days = things.chance(0.4);
    Expression start = things.chance(0.2) ? new Expression.Open() : days ? day() : instant();
    Expression end = things.chance(0.2) ? new Expression.Open() : days ? day() : instant();
    return new Expression.Interval(start, end);
  }

  private Filter arrays() {
    ArrayRelation relation = things.one(List.of(ArrayRelation.values()));
    return switch (things.upTo(4)) {
      case 0 -> new Filter.Arrays(relation, texts(), texts());
      case 1 -> new Filter.Arrays(relation, numbers(), numbers());
      case 2 -> new Filter.Arrays(relation, literal(), new Expression.Property(things.one(ARRAY)));
      default -> new Filter.Arrays(relation, new Expression.Property(things.one(ARRAY)), texts());
    };
  }

  private Expression texts() {
    return things.chance(0.4) ? new Expression.Property(things.one(ARRAY)) : literal();
  }

  private Expression literal() {
    List<Expression> elements = new ArrayList<>();
    things.texts().forEach(text -> elements.add(new Expression.TextLiteral(text)));
    if (things.chance(0.2)) {
      elements.add(new Expression.Property("name"));
    }
    return new Expression.ArrayLiteral(elements);
  }

  private Expression numbers() {
    List<Expression> elements = new ArrayList<>();
    for (int i = things.upTo(4); i > 0; i--) {
      elements.add(number(1));
    }
    return new Expression.ArrayLiteral(elements);
  }
}
