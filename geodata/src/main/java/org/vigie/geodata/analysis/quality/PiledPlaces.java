package org.vigie.geodata.analysis.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.vigie.geodata.analysis.AnalysisResult;
import org.vigie.geodata.analysis.EventFigures;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.model.Classification;

/**
 * Coordinates that several events share: towns of a gazetteer, mostly, and not places of events.
 */
final class PiledPlaces {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final int TOP = 10;

  private final List<List<Events.Event>> places;
  private final int all;

  PiledPlaces(Events events) {
    Map<Coordinate, List<Events.Event>> byPlace = new LinkedHashMap<>();
    for (Events.Event event : events.list()) {
      byPlace
          .computeIfAbsent(new Coordinate(event.lon(), event.lat()), at -> new ArrayList<>())
          .add(event);
    }
    all = events.list().size();
    places = new ArrayList<>(byPlace.values());
    places.sort(
        Comparator.comparing((List<Events.Event> members) -> -members.size())
            .thenComparing(members -> members.get(0).id().value()));
  }

  int distinct() {
    return places.size();
  }

  /** Share of the events with a place that stand where at least so many do. */
  double share(int least) {
    long n = places.stream().mapToLong(List::size).filter(size -> size >= least).sum();
    return all == 0 ? 0 : (double) n / all;
  }

  /** Share of the ten places with the most events. */
  double topShare() {
    long n = places.stream().limit(TOP).mapToLong(List::size).sum();
    return all == 0 ? 0 : (double) n / all;
  }

  /** Events at the place with the most. */
  int most() {
    return places.isEmpty() ? 0 : places.get(0).size();
  }

  /** Places with at least so many events as points, most events first. */
  List<AnalysisResult.Finding> findings(int least, Classification classification) {
    List<AnalysisResult.Finding> findings = new ArrayList<>();
    for (List<Events.Event> members : places) {
      if (members.size() < least) {
        break;
      }
      EventFigures figures = new EventFigures(members);
      Map<String, Object> properties = new LinkedHashMap<>();
      properties.put("rank", findings.size() + 1);
      properties.put("count", members.size());
      properties.put("share", (double) members.size() / all);
      figures.first().ifPresent(first -> properties.put("first", first));
      figures.last().ifPresent(last -> properties.put("last", last));
      properties.put("groups", figures.groups());
      members.stream()
          .flatMap(e -> e.uncertaintyMetres().stream())
          .max(Comparator.naturalOrder())
          .ifPresent(radius -> properties.put("radiusM", radius));
      properties.put("classification", classification.name());
      Coordinate at = new Coordinate(members.get(0).lon(), members.get(0).lat());
      findings.add(new AnalysisResult.Finding(GEOMETRIES.createPoint(at), properties));
    }
    return findings;
  }
}
