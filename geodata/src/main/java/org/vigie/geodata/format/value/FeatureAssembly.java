package org.vigie.geodata.format.value;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.format.CommonColumn;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.Property;
import org.vigie.geodata.layer.TimeModel;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.LocationClass;
import org.vigie.geodata.model.Provenance;
import org.vigie.geodata.model.TimePrecision;
import org.vigie.geodata.model.TimeSpan;

/**
 * One feature in the making: takes written values by target, collects every fault instead of
 * stopping at the first, and builds the feature when there is none. Not for use by two threads.
 */
public final class FeatureAssembly {

  private final Layer layer;
  private final Map<String, Object> properties = new LinkedHashMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private final PlaceParts place = new PlaceParts();
  private @Nullable Moment from;
  private @Nullable Moment to;
  private @Nullable TimePrecision precision;
  private @Nullable LocationClass locationClass;
  private @Nullable Double radius;
  private Classification classification;
  private Set<String> compartments;
  private Optional<String> sourceSystem = Optional.empty();
  private Optional<String> sourceId = Optional.empty();

  public FeatureAssembly(Layer layer) {
    this.layer = layer;
    this.classification = layer.defaultClassification();
    this.compartments = layer.compartments();
  }

  /** Whether the layer or the common attributes know this target. */
  public static boolean isTarget(Layer layer, String target) {
    return CommonColumn.find(target).isPresent() || layer.findProperty(target).isPresent();
  }

  /**
   * Takes one written value; a blank one is an unknown value.
   *
   * @param target a common attribute or a property of the layer
   * @param field how the sender calls it, for faults
   */
  public void put(String target, String field, String text, Styles styles) {
    if (text.isBlank()) {
      return;
    }
    try {
      Optional<CommonColumn> common = CommonColumn.find(target);
      Optional<Property> property = layer.findProperty(target);
      if (property.isPresent()) {
        properties.put(target, PropertyText.read(property.get(), text, styles));
      } else if (common.isPresent()) {
        putCommon(common.get(), text.strip(), styles);
      }
    } catch (BadInputException bad) {
      bad.faults().forEach(f -> faults.add(f.in(field)));
    }
  }

  /** Takes a value that is of the property's Java type already. */
  public void set(String property, Object value) {
    properties.put(property, value);
  }

  public boolean has(String property) {
    return properties.containsKey(property);
  }

  /** The value of a property as text; empty when it is unknown. */
  public String text(String property) {
    return String.valueOf(properties.getOrDefault(property, ""));
  }

  /** Sets the compartments to these and no others, none among them. */
  public void keptTo(List<String> codes) {
    try {
      compartments = Words.compartments(String.join(";", codes), layer);
    } catch (BadInputException bad) {
      faults.addAll(bad.faults());
    }
  }

  public void place(Geometry geometry) {
    place.geometry(geometry);
  }

  public void located(LocationClass newClass, double radiusMetres) {
    locationClass = newClass;
    radius = radiusMetres;
  }

  public void time(Moment start, Moment end, TimePrecision newPrecision) {
    from = start;
    to = end;
    precision = newPrecision;
  }

  public void source(String system, Optional<String> id) {
    sourceSystem = Optional.of(system);
    sourceId = id;
  }

  public Optional<String> sourceId() {
    return sourceId;
  }

  public Optional<String> sourceSystem() {
    return sourceSystem;
  }

  public void fault(Fault fault) {
    faults.add(fault);
  }

  /** What is wrong so far; empty when {@link #build} will succeed. */
  public List<Fault> faults() {
    return List.copyOf(faults);
  }

  private void putCommon(CommonColumn column, String text, Styles styles) throws BadInputException {
    switch (column) {
      case LATITUDE -> place.latitude(text, styles);
      case LONGITUDE -> place.longitude(text, styles);
      case COORDINATES -> place.coordinates(text);
      case MGRS -> place.mgrs(text);
      case WKT -> place.wkt(text);
      case VALID_FROM -> from = styles.dates().parse(column.target(), text);
      case VALID_TO -> to = styles.dates().parse(column.target(), text);
      case TIME_PRECISION -> precision = Words.timePrecision(text);
      case LOCATION_CLASS -> locationClass = Words.locationClass(text);
      case RADIUS -> radius = radius(styles.numbers().number(column.target(), text));
      case CLASSIFICATION -> classification = Words.classification(text);
      case COMPARTMENTS -> compartments = Words.compartments(text, layer);
      case SOURCE_SYSTEM -> sourceSystem = Optional.of(text);
      case SOURCE_ID -> sourceId = Optional.of(text);
    }
  }

  private static Double radius(double metres) throws BadInputException {
    if (metres < 0) {
      throw new BadInputException(
          Fault.of("radius_m", "the radius is negative", "Give metres from 0 up"));
    }
    return metres;
  }

  /**
   * The feature; empty when there are faults.
   *
   * @param provenance where it comes from, to which a source system and id among the values are
   *     preferred
   */
  public Optional<Feature> build(Provenance provenance) {
    Optional<Geometry> geometry = Optional.empty();
    Optional<TimeSpan> span = Optional.empty();
    try {
      geometry = place.resolve();
    } catch (BadInputException bad) {
      faults.addAll(bad.faults());
    }
    try {
      span = span();
    } catch (BadInputException bad) {
      faults.addAll(bad.faults());
    }
    if (!faults.isEmpty()) {
      return Optional.empty();
    }
    place
        .original()
        .filter(text -> layer.findProperty("coord_original").isPresent())
        .ifPresent(text -> properties.putIfAbsent("coord_original", text));
    return Optional.of(
        new Feature(
            FeatureId.random(),
            layer.name(),
            geometry.orElse(null),
            span.orElse(null),
            span.isEmpty() ? null : precision != null ? precision : statedPrecision(),
            locationClass,
            radius != null ? radius : assumedRadius(),
            classification,
            compartments,
            Collections.unmodifiableMap(new LinkedHashMap<>(properties)),
            new Provenance(
                sourceSystem.orElse(provenance.sourceSystem()),
                sourceId.isPresent() ? sourceId.get() : provenance.sourceId(),
                provenance.batch(),
                provenance.original()),
            0,
            null));
  }

  private @Nullable Double assumedRadius() {
    if (locationClass != null) {
      return locationClass.radiusMetres();
    }
    return place.radiusMetres() > 0 ? place.radiusMetres() : null;
  }

  private @Nullable TimePrecision statedPrecision() {
    if (layer.time() != TimeModel.EVENT || from == null) {
      return null;
    }
    // A span of several days is a duration that is known to the day, unless said otherwise.
    return from.precision();
  }

  /** A day given as the end is included; an end with a time of day is where the span stops. */
  private Optional<TimeSpan> span() throws BadInputException {
    Moment start = from;
    Moment end = to;
    if (layer.time() == TimeModel.NONE || (start == null && end == null)) {
      return Optional.empty();
    }
    Instant first = start == null ? null : start.start();
    Instant last = end == null ? impliedEnd(start) : end.isWholeDay() ? end.end() : end.start();
    if (first != null && last != null && last.isBefore(first)) {
      throw new BadInputException(
          Fault.of("valid_to", "it ends before it starts", "Exchange or correct the two dates"));
    }
    return Optional.of(new TimeSpan(first, last));
  }

  /** An event without an end lasts the day or minute it was given by; a state goes on. */
  private @Nullable Instant impliedEnd(@Nullable Moment start) {
    return start == null || layer.time() != TimeModel.EVENT ? null : start.end();
  }
}
