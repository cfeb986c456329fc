package org.vigie.geodata.duplicate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.vigie.geodata.model.Feature;

/**
 * How likely two features speak of one and the same event.
 *
 * <p>The score is the mean of the {@linkplain Aspect aspects} by weight. An aspect that neither
 * side tells of is left out, one that a single side tells of counts half. Too far apart in space or
 * time is 0 whatever else is alike. Symmetric, and 1 for two that say the same.
 *
 * @param score 0 to 1
 * @param reasons what speaks for it, the weightiest aspect first, a short sentence each
 */
public record Likeness(double score, List<String> reasons) {

  /** From which score on a pair is worth a look; measured on the exercise, see decision 100. */
  public static final double WORTH_A_LOOK = 0.7;

  private static final Likeness NONE = new Likeness(0, List.of());
  private static final Duration DAY = Duration.ofDays(1);

  public Likeness {
    reasons = List.copyOf(reasons);
  }

  public static Likeness of(Feature one, Feature other) {
    return of(Traits.of(one), Traits.of(other));
  }

  static Likeness of(Traits one, Traits other) {
    if (one.isNamedLike(other)) {
      return new Likeness(1, List.of("same record of the same source"));
    }
    Map<Aspect, Finding> findings = new EnumMap<>(Aspect.class);
    findings.put(Aspect.PLACE, Nearness.place(one, other));
    findings.put(Aspect.TIME, Nearness.time(one, other));
    if (isImpossible(findings) || isRuledOut(one, other)) {
      return NONE;
    }
    findings.put(Aspect.TEXT, Sameness.text(one, other));
    findings.put(Aspect.TYPE, Sameness.type(one, other));
    findings.put(Aspect.ACTORS, Sameness.actors(one, other));
    findings.put(Aspect.CASUALTIES, Sameness.casualties(one, other));
    findings.put(Aspect.PLACE_NAME, Sameness.placeName(one, other));
    double sum = 0;
    double weights = 0;
    List<String> reasons = new ArrayList<>();
    for (Map.Entry<Aspect, Finding> each : findings.entrySet()) {
      if (isTold(each.getKey(), one, other)) {
        sum += each.getKey().weight() * each.getValue().value();
        weights += each.getKey().weight();
        each.getValue().reason().ifPresent(reasons::add);
      }
    }
    return weights == 0 ? NONE : new Likeness(Math.min(1, sum / weights), reasons);
  }

  public boolean isWorthALook() {
    return score >= WORTH_A_LOOK;
  }

  private static boolean isImpossible(Map<Aspect, Finding> findings) {
    return findings.values().stream().anyMatch(finding -> finding.value() == 0);
  }

  /**
   * Two systems that count events on their own name a pair only within a day, within the larger
   * radius, with a kind of party in common and with ranges of fatalities that meet.
   */
  private static boolean isRuledOut(Traits one, Traits other) {
    boolean crosses =
        (one.isExternal() || other.isExternal())
            && !one.feature()
                .provenance()
                .sourceSystem()
                .equals(other.feature().provenance().sourceSystem());
    if (!crosses) {
      return false;
    }
    double reach =
        Math.max(Nearness.LEAST_REACH_METRES, Math.max(one.radiusMetres(), other.radiusMetres()));
    return Nearness.gap(one, other).map(gap -> gap.compareTo(DAY) > 0).orElse(false)
        || Nearness.metres(one, other).map(metres -> metres > reach).orElse(false)
        || (!one.classes().isEmpty()
            && !other.classes().isEmpty()
            && !Sameness.shareKind(one, other))
        || !Sameness.fatalitiesOverlap(one, other);
  }

  private static boolean isTold(Aspect aspect, Traits one, Traits other) {
    return tells(aspect, one) || tells(aspect, other);
  }

  private static boolean tells(Aspect aspect, Traits traits) {
    return switch (aspect) {
      case PLACE -> traits.feature().geometry() != null;
      case TIME -> traits.feature().validTime() != null;
      case TYPE -> traits.type().isPresent();
      case TEXT -> traits.hasText();
      case ACTORS -> !traits.actorWords().isEmpty();
      case CASUALTIES -> Sameness.tellsOfCasualties(traits);
      case PLACE_NAME -> traits.placeName().isPresent();
    };
  }
}
