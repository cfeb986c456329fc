package org.vigie.geodata.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class DrawnByTest {

  private final LayerCatalog layers = read();

  @Test
  void theMapCountsByThePropertyThatTheLegendShows() {
    for (Layer layer : layers.list()) {
      if (layer.symbol().property() != null) {
        assertThat(layer.drawnBy()).as(layer.name()).contains(layer.symbol().property());
      }
    }
  }

  @Test
  void statisticsMayBreakALayerDownByAnotherPropertyThanItsLegend() {
    Layer patrol = layers.get("patrol");
    assertThat(patrol.drawnBy()).contains("result");
    assertThat(patrol.groupedBy()).contains("patrol_type");
  }

  private static LayerCatalog read() {
    try {
      return LayerFiles.read(Optional.empty());
    } catch (org.vigie.geodata.model.BadInputException wrong) {
      throw new AssertionError(wrong);
    }
  }
}
