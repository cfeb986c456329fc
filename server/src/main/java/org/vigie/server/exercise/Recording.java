package org.vigie.server.exercise;

import java.time.Instant;
import org.locationtech.jts.geom.Point;
import org.vigie.geodata.model.LocationClass;
import org.vigie.geodata.model.TimePrecision;

/** How well the mission knows when and where an incident was, as it is written down. */
final class Recording {

  private Recording() {}

  /** To the minute or the day mostly, else within some days, a week or a month. */
  static void time(Draft draft, Incident incident, Dice dice) {
    int day = incident.day();
    switch (dice.weighted(46, 45, 5, 3, 1)) {
      case 0 -> {
        Instant end = incident.start().plusSeconds(600L * dice.whole(1, 24));
        draft
            .during(incident.start(), end.isAfter(Calendar.end()) ? Calendar.end() : end)
            .known(TimePrecision.EXACT_MINUTE);
      }
      case 1 -> days(draft, day, 1, TimePrecision.EXACT_DAY);
      case 2 -> days(draft, day, dice.whole(2, 6), TimePrecision.DAYS_2_TO_6);
      case 3 -> days(draft, day, 7, TimePrecision.WEEK);
      default -> {
        int first = day - Calendar.date(day).getDayOfMonth() + 1;
        days(draft, first, Calendar.date(first).lengthOfMonth(), TimePrecision.MONTH);
      }
    }
  }

  private static void days(Draft draft, int first, int count, TimePrecision precision) {
    int end = Math.min(Calendar.DAYS, first + count);
    draft.during(Calendar.instant(first, 0), Calendar.instant(end, 0)).known(precision);
  }

  /** The point on the map and what it is called, as far as the place is known. */
  static void place(Draft draft, Fix fix, AdminAreas areas) {
    draft.at(fix.point()).located(fix.locationClass());
    Point point = fix.point();
    if (point == null) {
      return;
    }
    AdminAreas.Area district = areas.districtAt(Plane.toKm(point.getCoordinate()));
    draft
        .with("place_name", fix.placeName())
        .with("admin1", areas.provinceOf(district).name())
        .with("admin2", fix.locationClass() == LocationClass.ADM1 ? null : district.name());
  }
}
