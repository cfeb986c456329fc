package org.vigie.geodata.analysis.coverage;

import java.util.List;
import org.vigie.geodata.analysis.Legend;
import org.vigie.geodata.analysis.Legend.Entry;
import org.vigie.geodata.analysis.Legend.Tone;

/** How long ago somebody was there, in classes. Never is not known; it is neither long nor safe. */
enum LastPresence {
  WITHIN_7_DAYS("within 7 days", 7, Tone.STEP_1),
  WITHIN_14_DAYS("8 to 14 days ago", 14, Tone.STEP_2),
  WITHIN_30_DAYS("15 to 30 days ago", 30, Tone.STEP_3),
  LONGER_AGO("more than 30 days ago", Double.POSITIVE_INFINITY, Tone.STEP_5),
  NEVER("never in these data: not known", Double.NaN, Tone.UNKNOWN);

  static final Legend LEGEND =
      new Legend(
          "Last presence of a patrol",
          "lastPresence",
          List.of(values()).stream().map(c -> Entry.word(c.name(), c.label, c.tone)).toList());

  private final String label;
  private final double mostDays;
  private final Tone tone;

  LastPresence(String label, double mostDays, Tone tone) {
    this.label = label;
    this.mostDays = mostDays;
    this.tone = tone;
  }

  /**
   * @param days since the last presence, NaN for never
   */
  static LastPresence of(double days) {
    for (LastPresence c : values()) {
      if (days <= c.mostDays) {
        return c;
      }
    }
    return NEVER;
  }
}
