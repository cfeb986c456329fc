package org.vigie.geodata.analysis.surface;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.vigie.geodata.analysis.Events;

/**
 * Places with the events that stand there, from south to north: what is piled on a town is spread
 * once. Longitude and latitude in degrees.
 */
final class Sources {

  private final double[] lon;
  private final double[] lat;
  private final double[] weight;

  private Sources(double[] lon, double[] lat, double[] weight) {
    this.lon = lon;
    this.lat = lat;
    this.weight = weight;
  }

  /** Events in any order: the same places come out in the same order. */
  static Sources of(double[] lons, double[] lats) {
    Integer[] order = IntStream.range(0, lons.length).boxed().toArray(Integer[]::new);
    Arrays.sort(
        order,
        Comparator.comparingDouble((Integer i) -> lats[i]).thenComparingDouble(i -> lons[i]));
    double[] lon = new double[lons.length];
    double[] lat = new double[lons.length];
    double[] weight = new double[lons.length];
    int places = 0;
    for (int i : order) {
      if (places == 0 || lon[places - 1] != lons[i] || lat[places - 1] != lats[i]) {
        lon[places] = lons[i];
        lat[places] = lats[i];
        places++;
      }
      weight[places - 1]++;
    }
    return new Sources(
        Arrays.copyOf(lon, places), Arrays.copyOf(lat, places), Arrays.copyOf(weight, places));
  }

  static Sources of(List<Events.Event> events) {
    return of(
        events.stream().mapToDouble(Events.Event::lon).toArray(),
        events.stream().mapToDouble(Events.Event::lat).toArray());
  }

  int size() {
    return lon.length;
  }

  double lon(int place) {
    return lon[place];
  }

  double lat(int place) {
    return lat[place];
  }

  /** Events that stand there, or what they weigh. */
  double weight(int place) {
    return weight[place];
  }

  double total() {
    return Arrays.stream(weight).sum();
  }

  /** The same places, each weight divided by a share; a place without a share is left out. */
  Sources dividedBy(double[] shares) {
    double[] divided = new double[weight.length];
    for (int i = 0; i < divided.length; i++) {
      divided[i] = shares[i] > 0 ? weight[i] / shares[i] : 0;
    }
    return new Sources(lon, lat, divided);
  }
}
