package org.vigie.server.exercise;

import java.util.List;
import java.util.Map;

/**
 * A place where much happens over ten years.
 *
 * @param weight share of all incidents, in proportion to the other sites
 * @param scene who is against whom there, and what is usual
 */
record Site(
    Settlement place,
    double weight,
    Theatre scene,
    List<Subtype> kinds,
    Cumulative what,
    Rhythm when) {

  static Site of(Settlement place, double weight, Theatre scene, Rhythm when) {
    List<Map.Entry<Subtype, Double>> mix = List.copyOf(scene.mix().entrySet());
    return new Site(
        place,
        weight,
        scene,
        mix.stream().map(Map.Entry::getKey).toList(),
        new Cumulative(mix.stream().mapToDouble(Map.Entry::getValue).toArray()),
        when);
  }

  Subtype kind(Dice dice) {
    return kinds.get(what.draw(dice));
  }
}
