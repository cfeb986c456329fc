package org.vigie.geodata.workflow;

import java.util.Optional;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.Workflow;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.Message;

/** Keeps ordinary edits from changing a state, which only the steps of the workflow may do. */
public final class StateGuard {

  private StateGuard() {}

  /**
   * A new feature in its initial state.
   *
   * @throws BadInputException when it names another one
   */
  public static Feature created(Layer layer, Feature feature) throws BadInputException {
    return layer.workflow().isEmpty()
        ? feature
        : inState(layer.workflow().get(), feature, layer.workflow().get().initial());
  }

  /**
   * An edited feature in the state it is in; an edit that says nothing of the state keeps it.
   *
   * @throws BadInputException when it names another one, or makes it fall under the two-person rule
   *     in a state for which the rule asks
   */
  public static Feature edited(Layer layer, Feature current, Feature edited)
      throws BadInputException {
    if (layer.workflow().isEmpty()) {
      return edited;
    }
    Workflow workflow = layer.workflow().get();
    String state = workflow.stateOf(current.properties());
    refuseNewlyCovered(workflow, state, current, edited);
    return inState(workflow, edited, state);
  }

  /** What one person decided on his own work would else come to count as seen by two. */
  private static void refuseNewlyCovered(
      Workflow workflow, String state, Feature current, Feature edited) throws BadInputException {
    Workflow.TwoPersonRule rule = workflow.twoPerson();
    if (rule.covers(state, edited.properties()) && !rule.covers(state, current.properties())) {
      String by = rule.by().orElse(workflow.property());
      throw new BadInputException(
          Fault.of(
              by,
              Message.of(
                  "cannot become {by} while it is {state}", edited.properties().get(by), state),
              Message.of(
                  "That takes a second person: take it up again first, by POST"
                      + " /api/workflow/{layer}/{featureId}",
                  current.layer())));
    }
  }

  private static Feature inState(Workflow workflow, Feature feature, String state)
      throws BadInputException {
    Optional<Object> named = Optional.ofNullable(feature.properties().get(workflow.property()));
    if (named.isPresent() && !named.get().equals(state)) {
      throw new BadInputException(
          Fault.of(
              workflow.property(),
              Message.of("is {state} and cannot be set to {named} by an edit", state, named.get()),
              Message.of(
                  "Leave it out, and take the step by POST /api/workflow/{layer}/{featureId}",
                  feature.layer())));
    }
    return feature.withProperty(workflow.property(), state);
  }
}
