package org.vigie.server.exercise;

import java.time.DayOfWeek;

/**
 * How likely each day of ten years is at one place: a trend over the years, the seasons, the days
 * of the week, and bursts that begin at once and die down within weeks.
 */
final class Rhythm {

  /** The first day of the ten years, counted as {@link Calendar} counts. */
  static final int FIRST = Calendar.day(Calendar.END.minusYears(10));

  private static final double BURSTS_A_YEAR = 0.8;
  private static final int LONGEST_BURST = 90;

  private final Cumulative days;

  /**
   * @param marketDay when more happens than on other days
   */
  Rhythm(Dice dice, DayOfWeek marketDay) {
    double growth = dice.between(-0.04, 0.3);
    double season = dice.between(0.1, 0.7);
    double[] weights = new double[Calendar.DAYS - FIRST];
    for (int i = 0; i < weights.length; i++) {
      int day = FIRST + i;
      weights[i] =
          StrictMath.exp(growth * i / 365.25)
              * (1 - season + 2 * season * Calendar.dryness(day))
              * ofWeek(Calendar.weekday(day), marketDay);
    }
    int bursts = dice.poisson(BURSTS_A_YEAR * weights.length / 365.25);
    for (int i = 0; i < bursts; i++) {
      burst(weights, dice);
    }
    days = new Cumulative(weights);
  }

  private static double ofWeek(DayOfWeek day, DayOfWeek marketDay) {
    double usual = day == DayOfWeek.SUNDAY ? 0.6 : day == DayOfWeek.SATURDAY ? 0.8 : 1;
    return day == marketDay ? usual * 1.6 : usual;
  }

  private static void burst(double[] weights, Dice dice) {
    int start = dice.whole(0, weights.length - 1);
    double height = 1.5 + dice.exponential(5);
    double length = 2 + dice.exponential(9);
    for (int i = start; i < Math.min(weights.length, start + LONGEST_BURST); i++) {
      weights[i] *= 1 + height * StrictMath.exp(-(i - start) / length);
    }
  }

  /** A day, as {@link Calendar} counts. */
  int draw(Dice dice) {
    return FIRST + days.draw(dice);
  }
}
