package org.vigie.geodata.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.model.FeatureId;

class DisplacementTest {

  private static final Seed SEED = new Seed(1);

  @Test
  void anEventMovesTheSameInEverySelectionAndDifferentlyInEveryDraw() {
    Events.Event one = event(1, 1_000);
    double[] alone = new Displacement(List.of(one), SEED).offsets(3);
    double[] second = new Displacement(List.of(event(2, 500), one), SEED).offsets(3);
    assertThat(new double[] {second[2], second[3]}).containsExactly(alone);
    assertThat(new Displacement(List.of(one), SEED).offsets(4)).isNotEqualTo(alone);
    assertThat(new Displacement(List.of(one), new Seed(2)).offsets(3)).isNotEqualTo(alone);
  }

  @Test
  void eventsSpreadEvenlyOverTheDiscOfTheirRadius() {
    List<Events.Event> events = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      events.add(event(i, 1_000));
    }
    double[] offsets = new Displacement(events, SEED).offsets(0);
    long inner = 0;
    double east = 0;
    for (int i = 0; i < events.size(); i++) {
      double distance = Math.hypot(offsets[2 * i], offsets[2 * i + 1]);
      assertThat(distance).isLessThanOrEqualTo(1_000);
      inner += distance < 500 ? 1 : 0;
      east += offsets[2 * i];
    }
    // A quarter of the disc lies within half the radius; three standard errors of 20 000 draws.
    assertThat(inner / 20_000.0).isCloseTo(0.25, within(3 * Math.sqrt(0.25 * 0.75 / 20_000)));
    assertThat(east / 20_000).isCloseTo(0, within(3 * 500 / Math.sqrt(20_000)));
  }

  @Test
  void whoStatesNoRadiusStays() {
    Displacement displacement = new Displacement(List.of(event(1, 0)), SEED);
    assertThat(displacement.uncertain()).isZero();
    assertThat(displacement.offsets(1)).containsOnly(0);
  }

  private static Events.Event event(int number, double radius) {
    return new Events.Event(
        new FeatureId(new UUID(number, 7)),
        20,
        5,
        Optional.empty(),
        "",
        Optional.empty(),
        Optional.of(radius),
        Map.of());
  }
}
