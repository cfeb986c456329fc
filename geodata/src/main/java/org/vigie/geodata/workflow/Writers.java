package org.vigie.geodata.workflow;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.geodata.layer.Workflow;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.store.Change;

/**
 * Who wrote what an incident says: who made it, who changed anything of it but its state and marks,
 * and who sent the reports it rests on.
 *
 * @param ofFeature authors of the incident itself
 * @param ofReports authors of its reports
 * @param isWhole whether the caller sees the whole log; what he does not see may be his own work
 */
public record Writers(Set<Author> ofFeature, Set<Author> ofReports, boolean isWhole) {

  public Writers {
    ofFeature = Set.copyOf(ofFeature);
    ofReports = Set.copyOf(ofReports);
  }

  /**
   * @param history versions of the incident, oldest first
   * @param reports versions of each of its reports, oldest first
   */
  public static Writers of(Workflow workflow, List<Change> history, List<List<Change>> reports) {
    Set<Author> ofFeature = new HashSet<>();
    for (Change change : history) {
      if (!isStep(workflow, change)) {
        ofFeature.add(change.author());
      }
    }
    Set<Author> ofReports = new HashSet<>();
    reports.forEach(versions -> versions.forEach(change -> ofReports.add(change.author())));
    return new Writers(ofFeature, ofReports, startsAtFirst(history));
  }

  /** Whether a change of a feature was of its state and of nothing else. */
  public static boolean isStep(Workflow workflow, Change change) {
    if (change.before().isEmpty() || change.after().isEmpty()) {
      return false;
    }
    Feature before = change.before().get();
    Feature after = change.after().get();
    return !workflow.stateOf(before.properties()).equals(workflow.stateOf(after.properties()))
        && content(workflow, before).equals(content(workflow, after));
  }

  private static List<Object> content(Workflow workflow, Feature feature) {
    Map<String, Object> properties = new HashMap<>(feature.properties());
    properties.remove(workflow.property());
    return List.of(
        Optional.ofNullable(feature.geometry()).map(g -> g.toText()).orElse(""),
        String.valueOf(feature.validTime()),
        String.valueOf(feature.timePrecision()),
        String.valueOf(feature.locationClass()),
        String.valueOf(feature.radiusMetres()),
        properties);
  }

  private static boolean startsAtFirst(List<Change> history) {
    long expected = 1;
    for (Change change : history) {
      long version = change.after().map(Feature::version).orElse(expected);
      if (version != expected) {
        return false;
      }
      expected++;
    }
    return !history.isEmpty();
  }
}
