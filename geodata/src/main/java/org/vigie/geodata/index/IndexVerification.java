package org.vigie.geodata.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.layer.Property;
import org.vigie.geodata.layer.PropertyType;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.Marking;
import org.vigie.geodata.query.ArrayRelation;
import org.vigie.geodata.query.ComparisonOperator;
import org.vigie.geodata.query.Expression;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.query.Filter;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.geodata.store.Summary;

/**
 * Builds an index and compares it with the database: for each layer and each circle of readers the
 * number of features, their sums and their years, and a sample of features value by value.
 */
public final class IndexVerification {

  private static final int BUILDERS = 4;
  private static final int SAMPLE = 100;

  /** Writes may come between the two sides of a comparison; then it is made again. */
  private static final int ATTEMPTS = 20;

  private final GuardedStore store;
  private final Access access;
  private final FeatureStore database;
  private final EventIndex index;
  private final LayerCatalog catalog;
  private final Selector selector = new Selector();

  /**
   * @param whole must see everything, {@link Access#everything}
   */
  public IndexVerification(GuardedStore store, LayerCatalog catalog, Access whole) {
    this.store = store;
    this.access = whole;
    this.database = store.as(whole);
    this.catalog = catalog;
    this.index = new EventIndex(store.copySource(), catalog);
  }

  /**
   * What was compared of one layer and circle of readers.
   *
   * @param marks classification and compartments
   * @param differences sentences; empty when all is the same
   */
  public record Finding(String layer, String marks, long count, List<String> differences) {}

  /**
   * @param bytes what the columns take
   */
  public record Size(long features, long bytes) {}

  /** Builds the index and hands over what is found of it, in the order of the layers. */
  public Size verify(Consumer<Finding> findings) {
    index.build(BUILDERS);
    for (Layer layer : catalog.list()) {
      for (Marking marks : marksOf(layer)) {
        findings.accept(compare(layer, marks));
      }
      findings.accept(compareAll(layer));
    }
    return new Size(index.snapshot().count(), index.snapshot().bytes());
  }

  private List<Marking> marksOf(Layer layer) {
    List<Marking> all = new ArrayList<>();
    index
        .snapshot()
        .find(layer.name())
        .flatMap(rows -> rows.columns().dictionary(LayerColumns.MARKS).values())
        .ifPresent(
            values -> {
              for (@Nullable Object each : values) {
                if (each instanceof Marking marks) {
                  all.add(marks);
                }
              }
            });
    return all;
  }

  private Finding compare(Layer layer, Marking marks) {
    FeatureQuery query = FeatureQuery.of(layer).withFilter(carrying(marks));
    List<String> differences = new ArrayList<>();
    Summary truth = compare(query, differences);
    sample(query, differences);
    return new Finding(layer.name(), label(marks), truth.count(), differences);
  }

  /** Also what carries marks that the index does not know. */
  private Finding compareAll(Layer layer) {
    List<String> differences = new ArrayList<>();
    Summary truth = compare(FeatureQuery.of(layer), differences);
    return new Finding(layer.name(), "all", truth.count(), differences);
  }

  private static Filter carrying(Marking marks) {
    Expression classification = new Expression.Property("classification");
    Expression compartments = new Expression.Property("compartments");
    List<Expression> codes =
        marks.compartments().stream()
            .sorted()
            .map(code -> (Expression) new Expression.TextLiteral(code))
            .toList();
    return new Filter.And(
        List.of(
            new Filter.Comparison(
                ComparisonOperator.EQUAL,
                classification,
                new Expression.TextLiteral(marks.classification().name())),
            codes.isEmpty()
                ? new Filter.IsNull(compartments)
                : new Filter.Arrays(
                    ArrayRelation.EQUALS, compartments, new Expression.ArrayLiteral(codes))));
  }

  private static String label(Marking marks) {
    return (marks.classification().label()
            + " "
            + String.join(" ", marks.compartments().stream().sorted().toList()))
        .strip();
  }

  private Summary compare(FeatureQuery query, List<String> differences) {
    Summary.Request request =
        new Summary.Request(group(query.layer()), Summary.Step.YEAR, sums(query.layer()));
    for (int attempt = 1; ; attempt++) {
      index.follow();
      Summary truth = database.summarise(query, request);
      Optional<Summary> answer = indexed().find(query, request);
      if (answer.isEmpty() || answer.get().equals(truth)) {
        answer.ifPresentOrElse(
            same -> {}, () -> differences.add("the index has no answer to this question"));
        return truth;
      }
      boolean sameState = answer.get().asOf().equals(truth.asOf());
      if (sameState || attempt == ATTEMPTS) {
        differences.add("the database has " + truth + ", the index " + answer.get());
        return truth;
      }
    }
  }

  private IndexedFeatureStore indexed() {
    return new IndexedFeatureStore(store.as(access), access, selector, States.of(index.snapshot()));
  }

  private String group(Layer layer) {
    return layer
        .drawnBy()
        .flatMap(layer::findProperty)
        .filter(property -> property.protection().isEmpty() && isKept(layer, property.name()))
        .map(Property::name)
        .orElse("");
  }

  private List<String> sums(Layer layer) {
    return layer.properties().stream()
        .filter(p -> p.type() == PropertyType.INTEGER && p.protection().isEmpty())
        .map(Property::name)
        .filter(name -> isKept(layer, name))
        .toList();
  }

  private boolean isKept(Layer layer, String property) {
    return index
        .snapshot()
        .find(layer.name())
        .map(rows -> rows.columns().find(property).isPresent())
        .orElse(false);
  }

  private void sample(FeatureQuery query, List<String> differences) {
    List<Feature> features;
    try {
      features = database.page(query, SAMPLE, Optional.empty()).features();
    } catch (BadInputException impossible) {
      throw new IllegalStateException("there is no cursor that could be wrong", impossible);
    }
    index.follow();
    for (Feature feature : features) {
      Optional<Feature> now = database.find(query.layer().name(), feature.id());
      if (now.isPresent() && now.get().version() == feature.version()) {
        differences.addAll(differences(feature));
      }
    }
  }

  private List<String> differences(Feature feature) {
    LayerRows rows = index.snapshot().find(feature.layer()).orElseThrow();
    for (Part part : rows.parts()) {
      int row = part.segment().find(feature.id().value());
      if (row >= 0 && part.holds(row)) {
        return differences(feature, rows.columns(), part.segment(), row);
      }
    }
    return List.of(feature.id() + " is not in the index");
  }

  private static List<String> differences(
      Feature feature, LayerColumns columns, Segment segment, int row) {
    List<String> differences = new ArrayList<>();
    Geometry place = feature.geometry();
    boolean same =
        place instanceof Point point
            ? segment.kind(row) == Segment.POINT
                && point.getX() == segment.lon(row)
                && point.getY() == segment.lat(row)
            : segment.kind(row) == (place == null ? Segment.NOWHERE : Segment.SHAPE);
    if (!same) {
      differences.add(feature.id() + " lies elsewhere in the index");
    }
    if (start(feature) != segment.start(row) || end(feature) != segment.end(row)) {
      differences.add(feature.id() + " has another time in the index");
    }
    for (int column = 0; column < columns.count(); column++) {
      OptionalInt kept = columns.find(columns.name(column));
      if (kept.isPresent()) {
        Object here = columns.dictionary(column).value(segment.code(column, row));
        if (!Objects.equals(here, columns.value(feature, column))) {
          differences.add(
              feature.id() + " has another " + columns.name(column) + " in the index: " + here);
        }
      }
    }
    return differences;
  }

  private static long start(Feature feature) {
    return Rows.micros(feature.validTime() == null ? null : feature.validTime().start());
  }

  private static long end(Feature feature) {
    return Rows.micros(feature.validTime() == null ? null : feature.validTime().end());
  }
}
