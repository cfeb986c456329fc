package org.vigie.geodata.format.value;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.Property;
import org.vigie.geodata.model.BadInputException;

/**
 * Sets the fields of an incident from an outside dataset. A field that this mission's layer file
 * does not have is left out: it stays in provenance.
 */
public final class IncidentFields {

  private final Layer layer;
  private final FeatureAssembly feature;

  public IncidentFields(Layer layer, FeatureAssembly feature) {
    this.layer = layer;
    this.feature = feature;
  }

  /** A step that may find a fault; the next steps are taken all the same. */
  @FunctionalInterface
  public interface Step {
    void run() throws BadInputException;
  }

  public void attempt(Step step) {
    try {
      step.run();
    } catch (BadInputException bad) {
      bad.faults().forEach(feature::fault);
    }
  }

  public void text(String property, String text) {
    if (!text.isBlank()) {
      set(property, text.strip());
    }
  }

  public void list(String property, String text) {
    if (!text.isBlank()) {
      set(property, List.of(text.strip()));
    }
  }

  public void whole(String property, long value) {
    set(property, value);
  }

  public void flag(String property, boolean value) {
    set(property, value);
  }

  /** A code, or a word of the dataset that is the label of one. */
  public void code(String property, String word) {
    Optional<Property> declared = layer.findProperty(property);
    if (declared.isPresent() && !word.isBlank()) {
      feature.set(property, PropertyText.code(declared.get(), word.strip()));
    }
  }

  public void civiliansKilled(long killed) {
    set("casualties", List.of(Map.of("group", "CIVILIAN", "killed", killed)));
  }

  /**
   * What holds for every record of an outside dataset: reported, and neither its source nor its
   * content judged by the mission.
   */
  public void external() {
    code("status", "REPORTED");
    code("source_reliability", "F");
    code("info_credibility", "6");
    flag("exercise", false);
  }

  private void set(String property, Object value) {
    if (layer.findProperty(property).isPresent()) {
      feature.set(property, value);
    }
  }
}
