package org.vigie.server.exercise;

import java.util.Set;
import org.vigie.geodata.model.Classification;

/**
 * How sensitive the mission holds what it wrote down, who needs to know it, and what it keeps
 * apart. About seven incidents in ten are for everybody.
 */
final class Marks {

  static final Set<String> NONE = Set.of();

  private static final double STRICT_SHARE = 0.12;

  private final Dice dice;

  /**
   * @param topic layer, so that the marks of one do not shake those of another
   */
  Marks(long seed, String topic) {
    this.dice = new Dice(seed, "marks of " + topic);
  }

  /**
   * @param level where this one stands among those of its kind, uniform in [0, 1): the lowest are
   *     the most sensitive
   */
  Classification classification(Incident incident, double level) {
    double sensitive = sensitiveShare(incident);
    if (level < sensitive * STRICT_SHARE) {
      return Classification.STRICTLY_CONFIDENTIAL;
    }
    return level < sensitive ? Classification.CONFIDENTIAL : Classification.UNCLASSIFIED;
  }

  private static double sensitiveShare(Incident incident) {
    Subtype subtype = incident.subtype();
    if (subtype == Subtype.SEXUAL_VIOLENCE) {
      return 0.92;
    }
    if (subtype.isAgainstMission()) {
      return 0.65;
    }
    return switch (subtype.type()) {
      case "EXPLOSIONS_REMOTE_VIOLENCE" -> 0.5;
      case "BATTLES" -> 0.32;
      case "VIOLENCE_AGAINST_CIVILIANS" -> 0.38;
      case "STRATEGIC_DEVELOPMENTS" -> 0.3;
      case "TENSION" -> 0.34;
      case "PROTESTS", "RIOTS" -> 0.1;
      default -> 0.14;
    };
  }

  /** Only what is classified is also kept to a circle, and not all of that. */
  Set<String> compartments(Incident incident, Classification classification) {
    boolean kept = dice.chance(classification == Classification.STRICTLY_CONFIDENTIAL ? 0.7 : 0.3);
    if (classification == Classification.UNCLASSIFIED || !kept) {
      return NONE;
    }
    Subtype subtype = incident.subtype();
    if (subtype.weapon().equals("IED")) {
      return Set.of("C-IED");
    }
    if (subtype.isAgainstCivilians() || subtype == Subtype.THREAT_HARASSMENT) {
      return Set.of("POC");
    }
    return subtype == Subtype.ACCIDENT && incident.toll().injured() > 0 ? Set.of("CASEVAC") : NONE;
  }

  /** What only those read who act on it; null for most. */
  @org.jspecify.annotations.Nullable
  String restricted(Incident incident, Classification classification) {
    boolean written = dice.chance(classification == Classification.UNCLASSIFIED ? 0.01 : 0.25);
    String detail =
        dice.pick(
            "A second source names the commander who gave the order.",
            "The account comes from inside the group and must not be quoted.",
            "The family has moved; contact through the liaison assistant alone.",
            "Two witnesses are willing to speak to the human rights office.",
            "Next movement is expected along the same track.");
    return written ? "EXERCISE. Restricted: " + detail : null;
  }

  /** A made-up person, so that nobody can be taken for a real one. */
  String sourceIdentity(Settlement place) {
    return "EXERCISE source "
        + dice.pick("Lantern", "Heron", "Basalt", "Mango", "Tamarind", "Kestrel")
        + "-"
        + dice.whole(10, 99)
        + ", "
        + dice.pick("trader", "teacher", "health worker", "driver", "elder", "fisher")
        + " of "
        + place.name();
  }

  boolean chance(double probability) {
    return dice.chance(probability);
  }
}
