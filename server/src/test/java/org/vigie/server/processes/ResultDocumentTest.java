package org.vigie.server.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.vigie.geodata.analysis.Analyses;
import org.vigie.geodata.analysis.Analysis;
import org.vigie.geodata.analysis.AnalysisResult;
import org.vigie.geodata.analysis.AnalysisResult.Finding;
import org.vigie.geodata.analysis.Diagnostics;
import org.vigie.geodata.analysis.Grid;
import org.vigie.geodata.analysis.Legend;
import org.vigie.geodata.analysis.Table;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.store.LogPosition;
import org.vigie.server.http.Json;
import org.vigie.server.selection.Members;

class ResultDocumentTest {

  private static final Analysis ANALYSIS = Analyses.list().get(0);
  private static final float NONE = Float.NaN;

  @Test
  void theWholeHoldsFindingsLegendTablesGridsAndDiagnostics() throws Exception {
    JsonNode whole = json(document(false).file("json", Optional.empty()));
    assertThat(whole.at("/classification").asText()).isEqualTo("CONFIDENTIAL");
    assertThat(whole.has("exercise")).isFalse();
    assertThat(whole.at("/features/0/properties/count").asInt()).isEqualTo(7);
    assertThat(whole.at("/legend/property").asText()).isEqualTo("count");
    assertThat(whole.at("/tables/0/name").asText()).isEqualTo("skill");
    assertThat(whole.at("/tables/0/columns/1/unit").asText()).isEqualTo("%");
    assertThat(whole.at("/tables/0/rows/0/0").asText()).isEqualTo("=HYPERLINK(\"x\")");
    JsonNode grid = whole.at("/grids/0");
    assertThat(grid.get("rows").asInt()).isEqualTo(2);
    assertThat(grid.get("columns").asInt()).isEqualTo(4);
    assertThat(grid.get("values")).hasSize(8);
    assertThat(grid.at("/values/7").isNull()).isTrue();
    assertThat(whole.at("/diagnostics/dataAsOf/sequence").asLong()).isEqualTo(12);
  }

  @Test
  void findingsAndTablesAreCsvWithTheMarkInEveryRowAndNoFormula() throws Exception {
    ResultFile findings = document(true).file("csv", Optional.empty());
    assertThat(findings.name()).isEqualTo(ANALYSIS.id() + ".EXERCISE.CONFIDENTIAL.csv");
    List<String> lines = text(findings).lines().toList();
    assertThat(lines.get(0)).isEqualTo("classification,longitude,latitude,count,note,wkt");
    assertThat(lines.get(1)).startsWith("CONFIDENTIAL,20.5,5.25,7,").contains("POINT (20.5 5.25)");
    assertThat(lines.subList(1, lines.size())).allMatch(l -> l.startsWith("CONFIDENTIAL,"));
    assertThat(text(findings)).contains("nothing of this is real", "position 12");
    List<String> table = text(document(false).file("csv", Optional.of("skill"))).lines().toList();
    assertThat(table.get(0)).isEqualTo("classification,model,\"share [%]\"");
    assertThat(table.get(1)).startsWith("CONFIDENTIAL,\"'=HYPERLINK(").endsWith(",12.5");
  }

  @Test
  void aGridIsAPixelForACellNorthUpAndDarkerWhereThereIsMore() throws Exception {
    ResultFile file = document(false).file("png", Optional.of("density"));
    assertThat(file.name()).isEqualTo(ANALYSIS.id() + ".CONFIDENTIAL.density.png");
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(file.content()));
    assertThat(image.getWidth()).isEqualTo(4);
    assertThat(image.getHeight()).isEqualTo(2);
    assertThat(image.getRGB(0, 0)).as("zero has no colour").isZero();
    assertThat(image.getRGB(3, 1)).as("nor has nothing").isZero();
    assertThat(brightness(image.getRGB(1, 0))).isGreaterThan(brightness(image.getRGB(3, 0)));
    assertThat(brightness(image.getRGB(3, 0))).isGreaterThan(brightness(image.getRGB(2, 1)));
    assertThat(new String(file.content(), StandardCharsets.ISO_8859_1))
        .contains("tEXtComment\0CONFIDENTIAL. process: " + ANALYSIS.id());
    JsonNode sidecar = json(document(false).file("json", Optional.of("density")));
    assertThat(sidecar.get("classification").asText()).isEqualTo("CONFIDENTIAL");
    assertThat(sidecar.at("/grid/north").asDouble()).isEqualTo(6);
    assertThat(sidecar.get("steps")).hasSize(5);
    assertThat(sidecar.at("/steps/0/from").asDouble()).isEqualTo(1);
    assertThat(sidecar.at("/steps/4/to").asDouble()).isEqualTo(6);
    assertThat(sidecar.at("/steps/0/colour").asText()).matches("#[0-9A-F]{6}");
  }

  @Test
  void theNoteBeginsAndEndsWithTheMarkAndSaysWhyToBelieveIt() throws Exception {
    String note = text(document(true).file("md", Optional.empty()));
    assertThat(note).startsWith("**EXERCISE — CONFIDENTIAL**\n");
    assertThat(note).endsWith("**EXERCISE — CONFIDENTIAL**\n");
    assertThat(note)
        .contains(
            "Half of it is guessed.",
            "- selected: 9",
            "- used: 7",
            "left out, the place is not known: 2",
            "epsM: 2000.0, chosen: the knee of the curve",
            "seed: 5",
            "bandwidthM: 812.5",
            "{\"layer\":\"incident\"}",
            "2026-01-02T03:04:05Z");
    assertThat(note.indexOf("Half of it")).isLessThan(note.indexOf("selected"));
    assertThat(text(document(false).file("md", Optional.empty()))).doesNotContain("EXERCISE");
  }

  @Test
  void aPartThatIsNotThereIsRefusedWithThoseThatAre() {
    for (String format : List.of("json", "csv", "png")) {
      assertThatExceptionOfType(BadInputException.class)
          .isThrownBy(() -> document(false).file(format, Optional.of("nothing")))
          .satisfies(e -> assertThat(e.faults().get(0).fix()).contains("skill", "density"));
    }
    ResultDocument bare = new ResultDocument(Json.MAPPER.createObjectNode());
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> bare.file("png", Optional.empty()));
  }

  @Test
  void whatWasKeptGivesTheBytesOfWhatWasComputed() throws Exception {
    ResultDocument computed = document(true);
    byte[] whole = computed.file("json", Optional.empty()).content();
    ResultDocument kept = new ResultDocument(StoredJson.read(whole));
    for (String format : ResultDocument.FORMATS) {
      assertThat(kept.file(format, Optional.empty()).content())
          .as(format)
          .isEqualTo(computed.file(format, Optional.empty()).content());
    }
  }

  @Test
  void aGridWithoutValuesHasNoSteps() throws Exception {
    JsonNode empty = Json.MAPPER.readTree("{\"values\":[null,0,0.0]}");
    assertThat(new GridSteps(empty).described()).isEmpty();
    assertThat(new GridSteps(empty).colour(3)).isZero();
    JsonNode one = Json.MAPPER.readTree("{\"values\":[4]}");
    assertThat(new GridSteps(one).colour(4)).isNotZero();
  }

  private static ResultDocument document(boolean exercise) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("epsM", 2000.0);
    parameters.put("seed", 5L);
    Diagnostics diagnostics =
        new Diagnostics(
            9,
            7,
            List.of(new Diagnostics.Dropped("the place is not known", 2)),
            parameters,
            Map.of("epsM", "the knee of the curve"),
            "A method of a test",
            Map.of("bandwidthM", 812.5),
            List.of("Half of it is guessed."));
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("count", 7);
    properties.put("note", "+1");
    AnalysisResult result =
        new AnalysisResult(
            List.of(
                new Finding(
                    new GeometryFactory().createPoint(new Coordinate(20.5, 5.25)), properties)),
            List.of(
                new Grid(
                    "density",
                    "Density",
                    "events/km2",
                    20,
                    6,
                    0.5,
                    0.5,
                    4,
                    new float[] {0, 1, 2, 3, 4, 5, 6, NONE})),
            List.of(
                new Table(
                    "skill",
                    "Skill",
                    List.of(
                        new Table.Column("model", "Model", ""),
                        new Table.Column("share", "Share", "%")),
                    List.of(List.of("=HYPERLINK(\"x\")", 12.5)))),
            Optional.of(Legend.OF_COUNTS),
            diagnostics);
    try {
      Members inputs = Members.of(Json.MAPPER.readTree("{\"layer\":\"incident\"}"), "inputs");
      LogPosition asOf = new LogPosition(12, Instant.parse("2026-01-02T03:04:05Z"));
      return new ResultDocument(
          new ResultJson(ANALYSIS, inputs, asOf, exercise).of(result, Classification.CONFIDENTIAL));
    } catch (BadInputException | java.io.IOException ours) {
      throw new IllegalStateException(ours);
    }
  }

  private static int brightness(int argb) {
    return (argb >> 16 & 255) + (argb >> 8 & 255) + (argb & 255);
  }

  private static JsonNode json(ResultFile file) throws Exception {
    return Json.MAPPER.readTree(file.content());
  }

  private static String text(ResultFile file) {
    return new String(file.content(), StandardCharsets.UTF_8);
  }
}
