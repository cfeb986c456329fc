package org.vigie.geodata.layer;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.model.Provenance;

/**
 * Whether a feature may be stored in its layer: geometry, times, uncertainty, provenance and every
 * declared property. Pure; finds all faults of a feature at once. The database has constraints
 * behind it that refuse the same, without such good words.
 */
public final class FeatureCheck {

  /** Half the circumference of the earth: nothing is further away. */
  private static final double MAX_RADIUS_METRES = 20_040_000;

  static final int MAX_SYSTEM_LENGTH = 100;
  static final int MAX_ID_LENGTH = 600;

  private final Layer layer;
  private final GeometryCheck geometry;
  private final TimeCheck time;
  private final PropertyCheck properties;

  /**
   * @param clock tells how far in the future a time may lie
   */
  public FeatureCheck(Layer layer, Clock clock) {
    this.layer = layer;
    this.geometry = new GeometryCheck(layer);
    this.time = new TimeCheck(layer.time(), clock);
    this.properties = new PropertyCheck(layer);
  }

  /** All faults; empty when the feature may be stored. */
  public List<Fault> faults(Feature feature) {
    List<Fault> faults = new ArrayList<>();
    if (!feature.layer().equals(layer.name())) {
      faults.add(
          Fault.of(
              null,
              Message.of("a feature of layer {layer}", feature.layer()),
              "Send it to that layer"));
    }
    geometry.check(feature.geometry(), faults);
    time.check(feature.validTime(), faults);
    Double radius = feature.radiusMetres();
    if (radius != null && !(radius >= 0 && radius <= MAX_RADIUS_METRES)) {
      faults.add(
          Fault.of(
              "radius_m",
              Message.of("a radius of {radius} m", radius),
              "Give metres from 0 to 20040000"));
    }
    checkCompartments(feature.compartments(), faults);
    checkProvenance(feature.provenance(), faults);
    properties.check(feature.properties(), faults);
    return faults;
  }

  /**
   * @throws BadInputException with all faults, when there is one
   */
  public void require(Feature feature) throws BadInputException {
    List<Fault> faults = faults(feature);
    if (!faults.isEmpty()) {
      throw new BadInputException(faults);
    }
  }

  private void checkCompartments(Set<String> compartments, List<Fault> faults) {
    List<String> known = layer.handling().known().stream().map(Choice::code).toList();
    for (String code : compartments) {
      if (!known.isEmpty() && !known.contains(code)) {
        faults.add(
            Fault.of(
                "compartments",
                Message.of("there is no compartment {code}", code),
                LayerSource.oneOf(known)));
      }
    }
  }

  private static void checkProvenance(Provenance provenance, List<Fault> faults) {
    checkName("source_system", provenance.sourceSystem(), MAX_SYSTEM_LENGTH, faults);
    if (provenance.sourceId() != null) {
      checkName("source_id", provenance.sourceId(), MAX_ID_LENGTH, faults);
    }
    provenance
        .original()
        .forEach(
            (column, value) -> {
              Texts.check(column, column, faults);
              Texts.check(column, value, faults);
            });
  }

  private static void checkName(String field, String name, int length, List<Fault> faults) {
    Texts.check(field, name, faults);
    if (name.isEmpty() || name.length() > length) {
      faults.add(
          Fault.of(
              field,
              name.isEmpty()
                  ? Message.of("it is empty")
                  : Message.of("it has {count} characters", name.length()),
              Message.of("Use 1 to {length} characters", length)));
    }
  }
}
