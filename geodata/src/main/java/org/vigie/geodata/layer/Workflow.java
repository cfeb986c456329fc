package org.vigie.geodata.layer;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.geodata.access.Role;

/**
 * The states a feature of a layer goes through and who may take it from one to the next.
 *
 * @param property the CODE property that holds the state; nothing but a step changes it
 * @param initial the state of a new feature
 * @param merged the state that a merge alone sets
 * @param reports the layer of the reports that this one's features rest on
 * @param steps by which each state is reached, in the order of the file
 * @param targets states that wait for somebody, with the time within which they should be left
 */
public record Workflow(
    String property,
    String initial,
    Optional<String> merged,
    Optional<Reports> reports,
    List<Step> steps,
    Map<String, Duration> targets,
    TwoPersonRule twoPerson) {

  /**
   * A way to reach a state.
   *
   * @param from states it follows on
   * @param reopens states it takes back, which needs a reason
   * @param roles one of these is needed; everybody who may write when empty
   */
  public record Step(String to, Set<String> from, Set<String> reopens, Set<Role> roles) {

    public boolean leaves(String state) {
      return from.contains(state) || reopens.contains(state);
    }
  }

  /**
   * States to which nobody may take what he has written himself.
   *
   * @param by the CODE property that says for which features; empty for all
   * @param codes its values that fall under the rule
   */
  public record TwoPersonRule(Set<String> states, Optional<String> by, Set<String> codes) {

    public boolean covers(String state, Map<String, Object> properties) {
      return states.contains(state)
          && (by.isEmpty() || codes.contains(String.valueOf(properties.get(by.get()))));
    }
  }

  /**
   * Where reports lie.
   *
   * @param target within which time somebody should link a new one
   */
  public record Reports(String layer, Duration target) {}

  public Optional<Step> findStep(String to) {
    return steps.stream().filter(step -> step.to().equals(to)).findFirst();
  }

  /** The state of a feature; the initial one when none was set. */
  public String stateOf(Map<String, Object> properties) {
    return properties.get(property) instanceof String state ? state : initial;
  }
}
