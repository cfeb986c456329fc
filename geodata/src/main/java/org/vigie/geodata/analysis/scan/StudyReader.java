package org.vigie.geodata.analysis.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.vigie.geodata.analysis.DatedEvents;
import org.vigie.geodata.analysis.Diagnostics;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.analysis.Parameters;
import org.vigie.geodata.analysis.PlacedEvents;
import org.vigie.geodata.analysis.Subject;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/** Takes from a subject what a scan can use, or says why there is not enough. */
final class StudyReader {

  static final String AREAS = "areas";

  private static final int LEAST_EVENTS = 10;

  private final Subject subject;
  private final Parameters.Values values;

  StudyReader(Subject subject, Parameters.Values values) {
    this.subject = subject;
    this.values = values;
  }

  Study read() throws BadInputException {
    PlacedEvents placed = PlacedEvents.of(subject.events(), values);
    return ScanSettings.isByPopulation(values) ? byPopulation(placed) : byTime(placed);
  }

  private Study byTime(PlacedEvents placed) throws BadInputException {
    DatedEvents dated = DatedEvents.of(placed.used(), values);
    List<Diagnostics.Dropped> dropped = new ArrayList<>(placed.dropped());
    dropped.addAll(dated.dropped());
    List<Events.Event> events = dated.used();
    refuseFew(events);
    StudyDays days =
        StudyDays.of(dated.days(), subject.period(), subject.now(), values.integer("stepDays"));
    int[] steps = IntStream.of(dated.days()).map(days::step).toArray();
    if (IntStream.of(steps).distinct().count() < 2) {
      throw tooFew(
          Message.of("all events lie in one step of {stepDays} days", days.stepDays()),
          Message.of(
              "Select a longer time, or a shorter step: a cluster is told from what is usual"));
    }
    Ground ground =
        Ground.of(
            events.stream().mapToDouble(Events.Event::lon).toArray(),
            events.stream().mapToDouble(Events.Event::lat).toArray(),
            values.number("maxRadiusM"));
    if (ground.places() < 2) {
      throw tooFew(
          Message.of("all events lie at one place"), Message.of("Select events of a larger area"));
    }
    ScanSettings settings = ScanSettings.of(values, days.steps());
    return new Study(events, dropped, ground, steps, Optional.of(days), settings, Optional.empty());
  }

  private Study byPopulation(PlacedEvents placed) throws BadInputException {
    PopulatedAreas areas = new PopulatedAreas(subject.companion(AREAS));
    if (areas.size() < 2) {
      throw new BadInputException(
          Fault.of(
              AREAS,
              Message.of(
                  "{count} areas have a property '{property}' above 0",
                  areas.size(),
                  PopulatedAreas.PROPERTY),
              "Name a layer of areas with their population, or choose the model stp, which needs"
                  + " none"));
    }
    List<Events.Event> events = new ArrayList<>();
    List<Integer> placeOf = new ArrayList<>();
    long outside = 0;
    for (Events.Event event : placed.used()) {
      OptionalInt area = areas.at(event.lon(), event.lat());
      if (area.isPresent()) {
        events.add(event);
        placeOf.add(area.getAsInt());
      } else {
        outside++;
      }
    }
    refuseFew(events);
    List<Diagnostics.Dropped> dropped = new ArrayList<>(placed.dropped());
    if (outside > 0) {
      dropped.add(new Diagnostics.Dropped("outside all areas with a population", outside));
    }
    return new Study(
        events,
        dropped,
        areas.ground(placeOf.stream().mapToInt(i -> i).toArray()),
        new int[events.size()],
        Optional.empty(),
        ScanSettings.of(values, 1),
        Optional.of(areas));
  }

  private static void refuseFew(List<Events.Event> events) throws BadInputException {
    if (events.size() < LEAST_EVENTS) {
      throw tooFew(
          Message.of("{count} events can be used, which says nothing about chance", events.size()),
          Message.of("Select at least {leastEvents} events with place and day", LEAST_EVENTS));
    }
  }

  private static BadInputException tooFew(Message what, Message fix) {
    return new BadInputException(Fault.of("events", what, fix));
  }
}
