package org.vigie.geodata.analysis.grid;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.analysis.AnalysisResult;
import org.vigie.geodata.analysis.EventFigures;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.geo.Geodesy;

/** One hexagon in degrees with the events in it. */
record Cell(Geometry degrees, List<Events.Event> members) {

  AnalysisResult.Finding finding(int number, int used, Events events) {
    EventFigures figures = new EventFigures(members);
    Coordinate centre = degrees.getCentroid().getCoordinate();
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
    return new AnalysisResult.Finding(degrees, properties);
  }
}
