package org.vigie.server.workflow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.layer.Choice;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.Property;
import org.vigie.geodata.layer.Workflow;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.workflow.ReportGrade;

/**
 * A feature in one line of a list.
 *
 * @param title what people call it; its reference or id when it has none
 * @param severity 1 to 5
 * @param state its state in the workflow of its layer, as people read it
 * @param grade of a report or an incident as it was entered, for example B2
 * @param lon degrees, absent without a place
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Shown(
    String layer,
    String layerTitle,
    String id,
    String title,
    @Nullable String ref,
    @Nullable String group,
    @Nullable Object severity,
    @Nullable String state,
    @Nullable String grade,
    Classification classification,
    @Nullable Instant validFrom,
    @Nullable Double lon,
    @Nullable Double lat,
    long version) {

  public static Shown of(Layer layer, Feature feature) {
    Geometry geometry = feature.geometry();
    Coordinate at =
        geometry == null || geometry.isEmpty() ? null : geometry.getInteriorPoint().getCoordinate();
    String ref = text(feature, "ref").orElse(null);
    String grade = ReportGrade.of(feature).code();
    return new Shown(
        feature.layer(),
        layer.title(),
        feature.id().toString(),
        layer
            .titleProperty()
            .flatMap(name -> text(feature, name))
            .orElse(ref == null ? feature.id().toString() : ref),
        ref,
        layer.drawnBy().flatMap(name -> text(feature, name)).orElse(null),
        layer.severity().map(feature.properties()::get).orElse(null),
        layer.workflow().map(w -> w.stateOf(feature.properties())).orElse(null),
        grade.equals("––") ? null : grade,
        feature.classification(),
        feature.validTime() == null ? null : feature.validTime().start(),
        at == null ? null : at.x,
        at == null ? null : at.y,
        feature.version());
  }

  /** What people read for a state. */
  public static String label(Layer layer, String state) {
    return layer
        .workflow()
        .map(Workflow::property)
        .flatMap(layer::findProperty)
        .flatMap((Property property) -> property.findChoice(state))
        .map(Choice::label)
        .orElse(state);
  }

  static Optional<String> text(Feature feature, String property) {
    return feature.properties().get(property) instanceof String text && !text.isBlank()
        ? Optional.of(text)
        : Optional.empty();
  }
}
