package org.vigie.geodata.analysis.surface;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * The least box in degrees around boxes, whichever way round the earth is shorter. Its western edge
 * lies from -180 to 180, its eastern one perhaps past 180; over a pole it goes once round.
 */
final class DegreeBox {

  /** No degree of latitude is shorter. */
  private static final double METRES_PER_DEGREE = 110_574;

  /** Wider than this, a margin would close the round. */
  private static final double MOST_WIDTH = 350;

  private DegreeBox() {}

  /**
   * @param parts longitudes from -180 to 180
   * @param margin metres around them that must lie in the box
   */
  static Envelope around(List<Envelope> parts, double margin) {
    double south = parts.stream().mapToDouble(Envelope::getMinY).min().orElseThrow();
    double north = parts.stream().mapToDouble(Envelope::getMaxY).max().orElseThrow();
    double degrees = margin / METRES_PER_DEGREE;
    double low = Math.max(-90, south - degrees);
    double high = Math.min(90, north + degrees);
    double[] span = span(parts);
    double farthest = Math.max(Math.abs(south), Math.abs(north));
    // The widest a circle about a place reaches in longitude: sin Δλ = sin d / cos φ.
    double sine = Math.sin(Math.toRadians(degrees)) / Math.cos(Math.toRadians(farthest));
    double across = sine >= 1 || degrees >= 90 ? 180 : Math.toDegrees(Math.asin(sine));
    double width = span[1] + 2 * across;
    if (width > MOST_WIDTH) {
      return new Envelope(-180, 180, low, high);
    }
    double west = span[0] - across;
    west = west < -180 ? west + 360 : west;
    return new Envelope(west, west + width, low, high);
  }

  /** West and width of the complement of the widest gap of longitudes. */
  private static double[] span(List<Envelope> parts) {
    List<Envelope> sorted = new ArrayList<>(parts);
    sorted.sort(Comparator.comparingDouble(Envelope::getMinX));
    double west = sorted.get(0).getMinX();
    double east = sorted.get(0).getMaxX();
    double widest = 0;
    double start = west;
    for (Envelope part : sorted) {
      if (part.getMinX() - east > widest) {
        widest = part.getMinX() - east;
        start = part.getMinX();
      }
      east = Math.max(east, part.getMaxX());
    }
    double round = west + 360 - east;
    return round >= widest ? new double[] {west, east - west} : new double[] {start, 360 - widest};
  }
}
