package org.vigie.geodata.analysis.grid;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.analysis.AnalysisResult;
import org.vigie.geodata.analysis.EventFigures;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.geo.Geodesy;

/** A hexagon or area in degrees with the events in it. */
public record Cell(Geometry degrees, List<Events.Event> members) {

  AnalysisResult.Finding finding(int number, int used, Events events) {
    return new AnalysisResult.Finding(degrees, properties(number, used, events));
  }

  /**
   * What is said of any cell, in the order of a list; to be added to.
   *
   * @param number in the list of findings, from 1
   * @param used events in all
   */
  public Map<String, Object> properties(int number, int used, Events events) {
    EventFigures figures = new EventFigures(members);
    Coordinate centre = largestPart().getCentroid().getCoordinate();
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("cluster", number);
    properties.put("count", members.size());
    properties.put("share", (double) members.size() / used);
    properties.put("places", figures.places());
    properties.put("areaKm2", Geodesy.areaSquareMetres(degrees) / 1e6);
    properties.put("centre", List.of(centre.x, centre.y));
    figures.first().ifPresent(t -> properties.put("first", t));
    figures.last().ifPresent(t -> properties.put("last", t));
    properties.put("groups", figures.groups());
    properties.put("sums", figures.sums());
    properties.put("classification", events.classification().name());
    return properties;
  }

  /** The middle of what is cut at the antimeridian would lie on the other side of the earth. */
  private Geometry largestPart() {
    return IntStream.range(0, degrees.getNumGeometries())
        .mapToObj(degrees::getGeometryN)
        .max(Comparator.comparingDouble(Geometry::getArea))
        .orElse(degrees);
  }
}
