package org.vigie.geodata.analysis.grid;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.vigie.geodata.analysis.Companion;
import org.vigie.geodata.analysis.Diagnostics;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.analysis.Parameter;
import org.vigie.geodata.analysis.Parameters;
import org.vigie.geodata.analysis.Subject;
import org.vigie.geodata.layer.GeometryKind;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.Message;

/** What events are counted in, as a caller may say it. */
public final class UnitChoice {

  public static final Parameter GRID =
      Parameter.word(
          "grid",
          "Cells",
          "Hexagons of equal size, or the administrative areas of a layer.",
          "hex",
          new TreeMap<>(Map.of("hex", "Hexagons", "admin", "Administrative areas")));

  public static final Parameter CELL_M =
      Parameter.chosen(
          "cellM",
          "Width of a hexagon",
          "From side to side, which is also the distance between the centres of two that touch."
              + " Smaller shows detail and leaves few events in each. Left empty, it is chosen from"
              + " the number of events and the area.",
          "m",
          100,
          1_000_000);

  public static final Parameter LEVEL =
      Parameter.word(
          "level",
          "Level of the areas",
          "Which areas of the layer to count in: of one level, so that none lies in another.",
          "most",
          levels());

  public static final Companion AREAS =
      new Companion(
          "areas",
          "Areas",
          "The layer whose areas events are counted in when the cells are administrative areas.",
          GeometryKind.POLYGON,
          "admin-area",
          false);

  private UnitChoice() {}

  private static Map<String, String> levels() {
    Map<String, String> levels = new TreeMap<>();
    levels.put("most", "The one with most areas");
    levels.put("ADM1", "Provinces");
    levels.put("ADM2", "Districts");
    levels.put("ADM3", "Sub-districts");
    levels.put("SECTOR", "Mission sectors");
    return levels;
  }

  /**
   * Hexagons or areas; what was left open is chosen and said.
   *
   * @param used events with a place, not empty
   * @param fit areas that may be used
   * @throws BadInputException when there is no area, or more hexagons than can be looked at
   */
  public static ArealUnits units(
      Subject subject,
      List<Events.Event> used,
      Parameters.Values values,
      Predicate<Feature> fit,
      Diagnostics.Builder said)
      throws BadInputException {
    if (values.word(GRID.name()).equals("admin")) {
      return new AreaUnits(areas(subject, values, fit, said), used);
    }
    HexagonUnits.Ground ground = new HexagonUnits.Ground(used, subject.area());
    CellSize size = CellSize.suggested(ground.areaSquareMetres(), used);
    said.figure("suggestedCellM", size.metres());
    if (values.find(CELL_M.name()).isEmpty()) {
      said.chosen(CELL_M.name(), size.metres(), size.why());
    }
    return ground.units(values.find(CELL_M.name()).orElse(size.metres()));
  }

  private static List<Feature> areas(
      Subject subject, Parameters.Values values, Predicate<Feature> fit, Diagnostics.Builder said)
      throws BadInputException {
    List<Feature> drawn =
        subject.companion(AREAS.name()).stream().filter(UnitChoice::isDrawn).toList();
    String level = level(drawn, values.word(LEVEL.name()));
    List<Feature> ofLevel = drawn.stream().filter(area -> levelOf(area).equals(level)).toList();
    List<Feature> fitting = ofLevel.stream().filter(fit).toList();
    if (fitting.isEmpty()) {
      throw new BadInputException(
          Fault.of(
              AREAS.name(),
              ofLevel.isEmpty()
                  ? Message.of("there is no area of that level to count in")
                  : Message.of("none of the areas states what the counts are to be divided by"),
              "Choose a layer with areas, another level, or hexagons"));
    }
    said.figure("areasLeftOut", ofLevel.size() - fitting.size());
    if (values.word(LEVEL.name()).equals("most") && !level.isEmpty()) {
      said.chosen(
          LEVEL.name(),
          level,
          String.format(Locale.ROOT, "%,d areas, more than of any other level", ofLevel.size()));
    }
    return fitting;
  }

  private static boolean isDrawn(Feature area) {
    return area.geometry() != null && !area.geometry().isEmpty();
  }

  /** Empty where the layer knows no levels. */
  private static String levelOf(Feature area) {
    return area.properties().get("level") instanceof String level ? level : "";
  }

  private static String level(List<Feature> areas, String asked) {
    if (!asked.equals("most")) {
      return asked;
    }
    return areas.stream()
        .collect(Collectors.groupingBy(UnitChoice::levelOf, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.comparingByValue(Comparator.naturalOrder()))
        .map(Map.Entry::getKey)
        .orElse("");
  }
}
