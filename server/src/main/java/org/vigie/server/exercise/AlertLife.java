package org.vigie.server.exercise;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureRef;
import org.vigie.geodata.model.TimeSpan;

/** An alert as it went through the operations centre: received, decided on, answered. */
final class AlertLife {

  private static final List<String> DECISION =
      List.of("decided_by", "decided_at", "decision", "decision_reason", "responder");

  private static final List<String> ANSWER =
      List.of(
          "responding_base",
          "dispatched_at",
          "arrived_at",
          "outcome",
          "feedback_at",
          "incident_ref",
          "lessons");

  private AlertLife() {}

  /**
   * @param told as the alert stands in the end
   * @param last nothing is later
   */
  static List<Step> steps(Feature told, Instant last, Dice dice) {
    Instant received = time(told, "received_at", last);
    Instant entered = earlier(received.plusSeconds(60L * dice.whole(2, 12)), last);
    Instant decided = earlier(later(time(told, "decided_at", entered), entered), last);
    TimeSpan span = told.validTime();
    Instant closed = span == null || span.end() == null ? last : span.end();
    Instant answered = earlier(later(closed, decided.plusSeconds(60)), last);
    FeatureRef ref = FeatureRef.of(told);
    List<Step> steps = new ArrayList<>();
    Feature first = without(without(told, DECISION), ANSWER);
    steps.add(
        new Step(
            entered,
            "reporter",
            "",
            Set.of(told.id()),
            desk ->
                desk.insert(
                    first.withValidTime(new TimeSpan(received, null), told.timePrecision()))));
    steps.add(
        new Step(
            decided.plus(Duration.ofSeconds(30)),
            "duty-officer",
            "",
            Set.of(told.id()),
            desk ->
                desk.change(
                    ref,
                    now ->
                        without(told, ANSWER)
                            .withValidTime(now.validTime(), now.timePrecision()))));
    steps.add(
        new Step(
            answered.plus(Duration.ofSeconds(60)),
            "protection-adviser",
            "Answer and outcome",
            Set.of(told.id()),
            desk -> desk.change(ref, now -> told)));
    return steps;
  }

  private static Feature without(Feature feature, List<String> names) {
    Map<String, Object> properties = new HashMap<>(feature.properties());
    names.forEach(properties::remove);
    return feature.withProperties(properties);
  }

  private static Instant time(Feature feature, String property, Instant otherwise) {
    return feature.properties().get(property) instanceof Instant at ? at : otherwise;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
