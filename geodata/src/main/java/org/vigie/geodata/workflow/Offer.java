package org.vigie.geodata.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.geodata.access.Role;
import org.vigie.geodata.layer.Workflow;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Feature;

/**
 * A step that leads on from where a feature stands, and why somebody may not take it.
 *
 * @param needsReason whether it takes a state back that was decided
 * @param refusal why the asker may not take it; empty when he may
 */
public record Offer(String to, boolean needsReason, Optional<Refusal> refusal) {

  /** Why a step may not be taken. */
  public enum Kind {
    /** The asker has none of the roles. */
    ROLE,
    /** The asker wrote it himself. */
    OWN_WORK
  }

  /**
   * @param sentence for the asker, with what would help
   */
  public record Refusal(Kind kind, String sentence) {}

  public boolean isAllowed() {
    return refusal.isEmpty();
  }

  /** Every step that leads on from the feature's state, in the order of the layer file. */
  public static List<Offer> all(
      Workflow workflow, Feature feature, Author asker, Set<Role> roles, Writers writers) {
    String state = workflow.stateOf(feature.properties());
    List<Offer> offers = new ArrayList<>();
    for (Workflow.Step step : workflow.steps()) {
      if (step.leaves(state)) {
        offers.add(
            new Offer(
                step.to(),
                step.reopens().contains(state),
                roleRefusal(step, roles)
                    .or(() -> ownWorkRefusal(workflow, step, feature, asker, writers))));
      }
    }
    return offers;
  }

  private static Optional<Refusal> roleRefusal(Workflow.Step step, Set<Role> roles) {
    boolean has = step.roles().isEmpty() || step.roles().stream().anyMatch(roles::contains);
    return has
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                Kind.ROLE,
                "This is for "
                    + step.roles().stream()
                        .sorted()
                        .map(Role::word)
                        .collect(Collectors.joining(" or "))
                    + "."));
  }

  private static Optional<Refusal> ownWorkRefusal(
      Workflow workflow, Workflow.Step step, Feature feature, Author asker, Writers writers) {
    if (!workflow.twoPerson().covers(step.to(), feature.properties())) {
      return Optional.empty();
    }
    if (writers.ofFeature().contains(asker)) {
      return own("You wrote this yourself");
    }
    if (writers.ofReports().contains(asker)) {
      return own("You wrote a report that this rests on");
    }
    return writers.isWhole() ? Optional.empty() : own("You do not see everybody who wrote this");
  }

  private static Optional<Refusal> own(String why) {
    return Optional.of(new Refusal(Kind.OWN_WORK, why + ": a second person must take this step."));
  }
}
