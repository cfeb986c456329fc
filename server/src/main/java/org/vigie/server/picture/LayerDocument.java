package org.vigie.server.picture;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.access.Protection;
import org.vigie.geodata.layer.Choice;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.Property;
import org.vigie.geodata.layer.Releasing;
import org.vigie.geodata.layer.Symbol;
import org.vigie.geodata.layer.Workflow;

/**
 * A layer's declaration as JSON tells it to the map and to {@code vigie layers --json}.
 *
 * @param generalisedCodes a feature with one of these keeps no exact place
 * @param releasedCounts which counts everybody may know; null when none
 * @param writable whether the caller may create and change features of the layer; null where nobody
 *     asks
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LayerDocument(
    String name,
    String title,
    Map<String, String> titles,
    String description,
    String group,
    String geometry,
    List<String> geometryTypes,
    boolean geometryRequired,
    String time,
    @Nullable String groupedBy,
    @Nullable String titleProperty,
    @Nullable String severity,
    List<String> sums,
    String source,
    String defaultClassification,
    List<ChoiceDocument> compartments,
    List<String> defaultCompartments,
    boolean appendOnly,
    List<String> generalisedCodes,
    @Nullable Releasing releasedCounts,
    @Nullable Boolean writable,
    Symbol symbol,
    List<PropertyDocument> properties,
    @Nullable WorkflowDocument workflow) {

  public static LayerDocument of(Layer layer) {
    return document(layer, null);
  }

  static LayerDocument of(Layer layer, Access access) {
    return document(layer, access.mayWrite(layer.name()));
  }

  private static LayerDocument document(Layer layer, @Nullable Boolean writable) {
    return new LayerDocument(
        layer.name(),
        layer.title(),
        layer.titles(),
        layer.description(),
        layer.group(),
        layer.geometry().word(),
        layer.geometry().types(),
        layer.geometryRequired(),
        layer.time().word(),
        layer.groupedBy().or(() -> Optional.ofNullable(layer.symbol().property())).orElse(null),
        layer.titleProperty().orElse(null),
        layer.severity().orElse(null),
        layer.sums(),
        layer.source(),
        layer.defaultClassification().name(),
        layer.handling().known().stream().map(ChoiceDocument::of).toList(),
        layer.compartments().stream().sorted().toList(),
        layer.appendOnly(),
        layer.handling().generalisation().stream()
            .flatMap(rule -> rule.codes().stream())
            .sorted()
            .toList(),
        layer.releasing().orElse(null),
        writable,
        layer.symbol(),
        layer.properties().stream().map(PropertyDocument::of).toList(),
        layer.workflow().map(WorkflowDocument::of).orElse(null));
  }

  /**
   * Which property holds the state, and which layer the reports are in.
   *
   * @param merged the state of what was merged into another feature and is in no figures
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record WorkflowDocument(
      String property, String initial, @Nullable String reports, @Nullable String merged) {

    static WorkflowDocument of(Workflow workflow) {
      return new WorkflowDocument(
          workflow.property(),
          workflow.initial(),
          workflow.reports().map(Workflow.Reports::layer).orElse(null),
          workflow.merged().orElse(null));
    }
  }

  /** A property; the help and the unit are as in the layer file. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record PropertyDocument(
      String name,
      String title,
      Map<String, String> titles,
      String help,
      String type,
      @Nullable String unit,
      boolean required,
      @Nullable Double minimum,
      @Nullable Double maximum,
      boolean open,
      @Nullable String broader,
      @Nullable String protection,
      List<ChoiceDocument> choices,
      List<PropertyDocument> columns) {

    static PropertyDocument of(Property property) {
      return new PropertyDocument(
          property.name(),
          property.title(),
          property.titles(),
          property.help(),
          property.type().word(),
          property.unit(),
          property.required(),
          property.minimum(),
          property.maximum(),
          property.open(),
          property.broader(),
          property.protection().map(Protection::word).orElse(null),
          property.choices().stream().map(ChoiceDocument::of).toList(),
          property.columns().stream().map(PropertyDocument::of).toList());
    }
  }

  /** A word of a code list. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ChoiceDocument(
      String code, String label, Map<String, String> labels, @Nullable String broader) {

    static ChoiceDocument of(Choice choice) {
      return new ChoiceDocument(choice.code(), choice.label(), choice.labels(), choice.broader());
    }
  }
}
