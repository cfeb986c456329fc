package org.vigie.geodata.analysis.scan;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.vigie.geodata.analysis.Diagnostics;
import org.vigie.geodata.analysis.Events;

/**
 * What is scanned: events on a ground, step by step.
 *
 * @param events in the order of their ids
 * @param dropped those left out, by reason
 * @param steps of each event, all 0 without time
 * @param days of the steps, empty without time
 */
@SuppressWarnings("ArrayRecordComponent") // one element an event
record Study(
    List<Events.Event> events,
    List<Diagnostics.Dropped> dropped,
    Ground ground,
    int[] steps,
    Optional<StudyDays> days,
    ScanSettings settings,
    Optional<PopulatedAreas> areas) {

  Survey survey(ScanSettings with, Runnable tick) {
    return new Survey(ground, steps, with, place -> true, tick);
  }

  /** The same with events elsewhere; without population every coordinate is a place of its own. */
  Survey moved(double[] lon, double[] lat, BitSet centres) {
    Ground elsewhere = areas.map(a -> moved(a, lon, lat)).orElseGet(() -> Ground.of(lon, lat));
    BitSet about = new BitSet();
    centres.stream().forEach(event -> about.set(elsewhere.placeOf()[event]));
    return new Survey(elsewhere, steps, settings, about::get, () -> {});
  }

  /** An event that leaves all areas counts where it was: it did happen to somebody in them. */
  private Ground moved(PopulatedAreas in, double[] lon, double[] lat) {
    int[] placeOf = new int[lon.length];
    for (int i = 0; i < lon.length; i++) {
      placeOf[i] = in.at(lon[i], lat[i]).orElse(ground.placeOf()[i]);
    }
    return in.ground(placeOf);
  }
}
