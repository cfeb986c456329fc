package org.vigie.geodata.analysis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.geodata.model.LocationClass;

/**
 * The events whose place is known well enough to say where events concentrate, and the others by
 * reason.
 */
public record PlacedEvents(List<Events.Event> used, List<Diagnostics.Dropped> dropped) {

  /**
   * Coarser than a second-level admin area, with what is said of them: such a point stands for a
   * whole province or road.
   */
  private static final Map<LocationClass, String> COARSE = new EnumMap<>(LocationClass.class);

  static {
    COARSE.put(LocationClass.ADM1, "the place is known only to the first-level admin area");
    COARSE.put(LocationClass.ROUTE_SEGMENT, "the place is known only to a stretch of road");
    COARSE.put(LocationClass.COUNTRY, "the place is known only to the country");
    COARSE.put(LocationClass.MARITIME_AIR, "the place is known only to a part of the sea or air");
  }

  public static final Parameter INCLUDE_COARSE =
      Parameter.flag(
          "includeCoarse",
          "Include coarse places",
          "Also use events whose place is known only to a first-level admin area, a route, a"
              + " country or a sea area. They stand on a representative point and fake"
              + " concentrations.",
          false);

  /**
   * @param values of an analysis that declares {@link #INCLUDE_COARSE}
   */
  public static PlacedEvents of(Events events, Parameters.Values values) {
    Map<String, Long> dropped = new LinkedHashMap<>();
    if (events.withoutGeometry() > 0) {
      dropped.put("the place is not known", events.withoutGeometry());
    }
    List<Events.Event> used = new ArrayList<>();
    for (Events.Event event : events.list()) {
      String coarse = event.locationClass().map(COARSE::get).orElse(null);
      if (coarse != null && !values.flag(INCLUDE_COARSE.name())) {
        dropped.merge(coarse, 1L, Long::sum);
      } else {
        used.add(event);
      }
    }
    return new PlacedEvents(
        used,
        dropped.entrySet().stream()
            .map(e -> new Diagnostics.Dropped(e.getKey(), e.getValue()))
            .toList());
  }
}
