package org.vigie.server.exercise;

/** Draws what an incident cost. The number of dead is Pareto: many ones, a few dozens. */
final class Tolls {

  private static final int MOST_DEAD = 74;

  private Tolls() {}

  static Incident.Toll draw(Subtype subtype, Dice dice) {
    int best = 0;
    if (dice.chance(subtype.deadly())) {
      double pareto = StrictMath.pow(1 - dice.next(), -1 / subtype.tail());
      best = (int) Math.min(MOST_DEAD, pareto);
    }
    int low =
        best == 0 ? 0 : Math.max(best > 2 ? 1 : 0, (int) Math.round(best * dice.between(0.5, 1)));
    int high = best + (best == 0 ? 0 : dice.poisson(0.35 * best + 0.15));
    int injured = 0;
    if (best > 0 ? dice.chance(0.62) : dice.chance(subtype.injuring())) {
      injured = 1 + dice.poisson(Math.min(30, 0.7 + 1.1 * best));
    }
    int abducted =
        subtype == Subtype.ABDUCTION_FORCED_DISAPPEARANCE
            ? 1 + (int) Math.min(25, dice.exponential(2.4))
            : 0;
    int displaced = 0;
    if (subtype == Subtype.DISPLACEMENT) {
      displaced = 20 * (1 + (int) Math.min(300, dice.exponential(17)));
    } else if (subtype == Subtype.NATURAL_HAZARD_FLOOD || best >= 6) {
      displaced = 10 * (1 + (int) Math.min(200, dice.exponential(14)));
    }
    return new Incident.Toll(low, best, high, injured, abducted, displaced);
  }
}
