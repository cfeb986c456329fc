package org.vigie.geodata.analysis;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.geodata.geo.Geodesy;

/**
 * Where events may have been: each moved within its stated radius, uniformly over the disc, again
 * and again. What stays in most draws does not rest on the digits of a gazetteer. An event is moved
 * by draws of its own id, so that it moves the same in every selection.
 */
public final class Displacement {

  private final Seed seed;
  private final List<UUID> ids;
  private final double[] radii;
  private final List<Events.Event> events;

  public Displacement(List<Events.Event> events, Seed seed) {
    this.seed = seed;
    this.events = List.copyOf(events);
    ids = events.stream().map(e -> e.id().value()).toList();
    radii = events.stream().mapToDouble(e -> e.uncertaintyMetres().orElse(0.0)).toArray();
  }

  /** Events that state a radius above 0; without any, every draw is the same. */
  public int uncertain() {
    int count = 0;
    for (double radius : radii) {
      count += radius > 0 ? 1 : 0;
    }
    return count;
  }

  /**
   * Metres by which each event is moved in a draw, east and north of event i at 2i and 2i + 1, to
   * be added in a local plane.
   */
  public double[] offsets(int draw) {
    double[] offsets = new double[2 * radii.length];
    for (int i = 0; i < radii.length; i++) {
      if (radii[i] > 0) {
        UUID id = ids.get(i);
        SplittableRandom random =
            seed.stream(draw, id.getMostSignificantBits(), id.getLeastSignificantBits());
        double distance = radii[i] * Math.sqrt(random.nextDouble());
        double direction = 2 * Math.PI * random.nextDouble();
        offsets[2 * i] = distance * StrictMath.cos(direction);
        offsets[2 * i + 1] = distance * StrictMath.sin(direction);
      }
    }
    return offsets;
  }

  /**
   * Where the events stand in a draw, each moved along a geodesic of its own: longitudes, then
   * latitudes, in degrees. About two microseconds an event that states a radius.
   */
  public double[][] places(int draw) {
    double[] offsets = offsets(draw);
    double[][] places = new double[2][radii.length];
    for (int i = 0; i < radii.length; i++) {
      Events.Event event = events.get(i);
      double east = offsets[2 * i];
      double north = offsets[2 * i + 1];
      places[0][i] = event.lon();
      places[1][i] = event.lat();
      if (east != 0 || north != 0) {
        double azimuth = Math.toDegrees(StrictMath.atan2(east, north));
        Coordinate at =
            Geodesy.destination(event.lon(), event.lat(), azimuth, Math.hypot(east, north));
        places[0][i] = at.x;
        places[1][i] = at.y;
      }
    }
    return places;
  }
}
