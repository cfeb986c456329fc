package org.vigie.geodata.workflow;

import java.util.Optional;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.Workflow;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Feature;

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
   * @throws BadInputException when it names another one
   */
  public static Feature edited(Layer layer, Feature current, Feature edited)
      throws BadInputException {
    return layer.workflow().isEmpty()
        ? edited
        : inState(
            layer.workflow().get(), edited, layer.workflow().get().stateOf(current.properties()));
  }

  private static Feature inState(Workflow workflow, Feature feature, String state)
      throws BadInputException {
    Optional<Object> named = Optional.ofNullable(feature.properties().get(workflow.property()));
    if (named.isPresent() && !named.get().equals(state)) {
      throw new BadInputException(
          Fault.of(
              workflow.property(),
              "is " + state + " and cannot be set to " + named.get() + " by an edit",
              "Leave it out, and take the step by POST /api/workflow/"
                  + feature.layer()
                  + "/{featureId}"));
    }
    return feature.withProperty(workflow.property(), state);
  }
}
