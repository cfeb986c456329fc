package org.vigie.geodata.analysis.risk;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vigie.geodata.analysis.Parameter;
import org.vigie.geodata.analysis.Parameters;
import org.vigie.geodata.analysis.PlacedEvents;
import org.vigie.geodata.analysis.Seed;

/** What may be set. Nothing here is chosen by how well it would have done. */
final class ForecastParameters {

  private static final Map<String, String> SHARES = new LinkedHashMap<>();

  static {
    SHARES.put("1", "1 %");
    SHARES.put("2", "2 %");
    SHARES.put("5", "5 %");
    SHARES.put("10", "10 %");
  }

  static final Parameters LIST =
      Parameters.of(
          Parameter.number(
              "cellM",
              "Square",
              "Side of the squares that are ranked. Places known to some kilometres deserve no"
                  + " smaller ones.",
              "m",
              20_000,
              250,
              200_000),
          Parameter.integer(
              "horizonDays", "Days ahead", "How far the forecast reaches.", 90, 7, 365),
          Parameter.word(
              "areaPct",
              "Share of the area",
              "Share of the area that patrols can look after: the model for the map is chosen by"
                  + " its hits there.",
              "5",
              SHARES),
          Parameter.integer(
              "origins",
              "Days tried",
              "Earlier days, thirty days apart, on which the models are tried. More tell them"
                  + " apart better and reach further back.",
              60,
              12,
              180),
          Parameter.integer(
              "delayDays",
              "Reporting delay",
              "Days that an event takes to be known: earlier forecasts then knew that much less.",
              0,
              0,
              180),
          Parameter.chosen(
              "bandwidthM",
              "Bandwidth",
              "How far an event spreads in the kernels; half a square when not given.",
              "m",
              50,
              200_000),
          Parameter.integer(
              "draws",
              "Draws",
              "How often events are moved within their uncertainty to see which squares stay; 0"
                  + " for not at all.",
              99,
              0,
              999),
          Seed.PARAMETER,
          PlacedEvents.INCLUDE_COARSE);

  private ForecastParameters() {}
}
