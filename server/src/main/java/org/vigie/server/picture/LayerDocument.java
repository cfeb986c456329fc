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
import org.vigie.server.http.Language;

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
    @Nullable Map<String, String> titles,
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

  /** With the titles and labels in every language. */
  public static LayerDocument of(Layer layer) {
    return document(layer, null, new Speech(null));
  }

  /** With the titles and labels in one language; what it lacks is English. */
  static LayerDocument of(Layer layer, Access access, Language language) {
    return document(layer, access.mayWrite(layer.name()), new Speech(language));
  }

  /**
   * How titles, labels and helps are said.
   *
   * @param language null for English with all the others beside it
   */
  private record Speech(@Nullable Language language) {

    String say(Map<String, String> words, String english) {
      return language == null ? english : words.getOrDefault(language.tag(), english);
    }

    @Nullable Map<String, String> all(Map<String, String> words) {
      return language == null ? words : null;
    }
  }

  private static LayerDocument document(Layer layer, @Nullable Boolean writable, Speech speech) {
    return new LayerDocument(
        layer.name(),
        speech.say(layer.titles(), layer.title()),
        speech.all(layer.titles()),
        speech.say(layer.descriptions(), layer.description()),
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
        layer.handling().known().stream().map(word -> ChoiceDocument.of(word, speech)).toList(),
        layer.compartments().stream().sorted().toList(),
        layer.appendOnly(),
        layer.handling().generalisation().stream()
            .flatMap(rule -> rule.codes().stream())
            .sorted()
            .toList(),
        layer.releasing().orElse(null),
        writable,
        layer.symbol(),
        layer.properties().stream().map(each -> PropertyDocument.of(each, speech)).toList(),
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

  /** A property; the unit is as in the layer file. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record PropertyDocument(
      String name,
      String title,
      @Nullable Map<String, String> titles,
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

    private static PropertyDocument of(Property property, Speech speech) {
      return new PropertyDocument(
          property.name(),
          speech.say(property.titles(), property.title()),
          speech.all(property.titles()),
          speech.say(property.helps(), property.help()),
          property.type().word(),
          property.unit(),
          property.required(),
          property.minimum(),
          property.maximum(),
          property.open(),
          property.broader(),
          property.protection().map(Protection::word).orElse(null),
          property.choices().stream().map(word -> ChoiceDocument.of(word, speech)).toList(),
          property.columns().stream().map(each -> PropertyDocument.of(each, speech)).toList());
    }
  }

  /** A word of a code list. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ChoiceDocument(
      String code, String label, @Nullable Map<String, String> labels, @Nullable String broader) {

    private static ChoiceDocument of(Choice choice, Speech speech) {
      return new ChoiceDocument(
          choice.code(),
          speech.say(choice.labels(), choice.label()),
          speech.all(choice.labels()),
          choice.broader());
    }
  }
}
