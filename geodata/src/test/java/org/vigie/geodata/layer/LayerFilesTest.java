package org.vigie.geodata.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Fault;

class LayerFilesTest {

  private static final String CHECKPOINT =
      """
      layer: checkpoint
      label: {en: Checkpoints, fr: Barrages}
      group: mission
      geometry: point
      time: state
      symbol: orange square
      properties:
        name: {type: text, label: Name}
        held_by:
          type: code
          label: Held by
          codes: {use: actor-type}
      """;

  @TempDir Path mission;

  @Test
  void everyLayerOfThisDistributionIsThereInTheOrderOfTheTree() {
    assertThat(LayerFiles.read().list())
        .extracting(Layer::name)
        .containsExactly(
            "incident",
            "report",
            "ied-report",
            "patrol",
            "base",
            "medical-facility",
            "hotspot",
            "hotspot-suggestion",
            "poc-alert",
            "place",
            "road",
            "river",
            "admin-area");
  }

  @Test
  void everyWordOnScreenIsThereInEveryLanguage() {
    for (Layer layer : LayerFiles.read().list()) {
      inEveryLanguage(layer.name(), layer.titles());
      inEveryLanguage(layer.name() + ", description", layer.descriptions());
      layer.properties().forEach(property -> inEveryLanguage(layer.name(), property));
    }
  }

  private static void inEveryLanguage(String of, Property property) {
    String name = of + "." + property.name();
    inEveryLanguage(name, property.titles());
    if (!property.helps().isEmpty()) {
      inEveryLanguage(name + ", help", property.helps());
    }
    property.choices().forEach(word -> inEveryLanguage(name + " " + word.code(), word.labels()));
    property.columns().forEach(column -> inEveryLanguage(name, column));
  }

  private static void inEveryLanguage(String what, Map<String, String> words) {
    assertThat(words).as(what).containsKeys("en", "fr", "es", "ar");
    assertThat(words.get("ar")).as(what).containsPattern("\\p{IsArabic}|^[\\w /*.-]+$");
  }

  @Test
  void twoTypesOfIncidentNeverLookTheSame() {
    Symbol symbol = LayerFiles.read().get("incident").symbol();
    assertThat(symbol.marks().values()).doesNotHaveDuplicates().hasSize(10);
    assertThat(symbol.marks().values().stream().map(Symbol.Mark::shape)).doesNotHaveDuplicates();
  }

  @Test
  void basesPatrolsAndMedicalFacilitiesHaveAMilitarySymbolAndEventsNone() {
    for (String name : List.of("base", "patrol", "medical-facility")) {
      Symbol symbol = LayerFiles.read().get(name).symbol();
      assertThat(symbol.marks().values())
          .as(name)
          .allSatisfy(m -> assertThat(m.sidc()).isNotNull());
      assertThat(symbol.other().sidc()).as(name).hasSize(20);
    }
    assertThat(LayerFiles.read().get("incident").symbol().marks().values())
        .allSatisfy(mark -> assertThat(mark.sidc()).isNull());
  }

  @Test
  void aMilitarySymbolOfAnotherLengthIsRefusedWithItsLine() throws Exception {
    Fault fault =
        onlyFault(CHECKPOINT.replace("symbol: orange square", "symbol: orange square 1003100015"));
    assertThat(fault.line()).isEqualTo(6);
    assertThat(fault.what()).contains("\"1003100015\" is not an APP-6 code");
    assertThat(fault.fix()).contains("20 digits");
  }

  @Test
  void everyIncidentSubtypeBelongsToAType() {
    Layer incident = LayerFiles.read().get("incident");
    Property type = incident.findProperty("type").orElseThrow();
    assertThat(incident.findProperty("subtype").orElseThrow().choices())
        .allSatisfy(c -> assertThat(type.findChoice(c.broader())).isPresent());
  }

  @Test
  void addingALayerIsOneFileAndNothingElse() throws Exception {
    write("checkpoint.layer.yaml", CHECKPOINT);
    Layer layer = LayerFiles.read(Optional.of(mission)).get("checkpoint");
    assertThat(layer.title()).isEqualTo("Checkpoints");
    assertThat(layer.geometry()).isEqualTo(GeometryKind.POINT);
    assertThat(layer.findProperty("held_by").orElseThrow().findChoice("81")).isPresent();
    assertThat(layer.symbol().other()).isEqualTo(new Symbol.Mark("#e69f00", "square"));
  }

  @Test
  void theExampleOfTheHandbookIsALayer() throws Exception {
    Path handbook = Path.of("docs/layers.md").toAbsolutePath();
    while (!Files.exists(handbook)) {
      Path above = handbook.getParent().getParent().getParent();
      handbook = above.resolve("docs/layers.md");
    }
    String text = Files.readString(handbook);
    int start = text.indexOf("```yaml\n") + "```yaml\n".length();
    write("checkpoint.layer.yaml", text.substring(start, text.indexOf("```", start)));
    Layer layer = LayerFiles.read(Optional.of(mission)).get("checkpoint");
    assertThat(layer.properties()).hasSize(4);
    assertThat(layer.symbol().marks()).hasSize(2);
  }

  @Test
  void aMissionsFileReplacesTheLayerOfTheSameName() throws Exception {
    write("river.layer.yaml", CHECKPOINT.replace("layer: checkpoint", "layer: river"));
    LayerCatalog catalog = LayerFiles.read(Optional.of(mission));
    assertThat(catalog.get("river").title()).isEqualTo("Checkpoints");
    assertThat(catalog.list()).hasSize(13);
  }

  @Test
  void aMissionsCodeListReplacesOursInEveryLayer() throws Exception {
    write("code-lists.yaml", "actor-type:\n  X1: The first side\n  X2: The second side\n");
    Layer incident = LayerFiles.read(Optional.of(mission)).get("incident");
    assertThat(incident.findProperty("perpetrator_type").orElseThrow().choices())
        .extracting(Choice::code)
        .containsExactly("X1", "X2");
  }

  @Test
  void aMissionWithoutAFolderHasOurLayers() throws Exception {
    assertThat(LayerFiles.read(Optional.of(mission.resolve("layers"))).list()).hasSize(13);
  }

  @Test
  void anUnknownTypeIsRefusedWithItsLineAndTheAllowedWords() throws Exception {
    Fault fault = onlyFault(CHECKPOINT.replace("type: text", "type: string"));
    assertThat(fault.line()).isEqualTo(8);
    assertThat(fault.file()).endsWith("checkpoint.layer.yaml");
    assertThat(fault.what()).contains("\"string\"");
    assertThat(fault.fix()).contains("text, long-text, integer");
  }

  @Test
  void everyMistakeInAFileIsToldAtOnceWithItsOwnLine() throws Exception {
    List<Fault> faults =
        faults(
            """
            layer: checkpoint
            label: {fr: Barrages}
            colour: red
            group: things
            geometry: dot
            time: state
            classification: SECRET
            title: nothing
            symbol:
              by: kind
              marks: {A: pink star, C: blue circle, B: blue blob}
            properties:
              id: {type: text, label: Id}
              Name: {type: text, label: Name}
              kind: {type: code, label: Kind, codes: {A: First, B: Second}}
              kind: {type: text, label: Kind}
              held_by: {type: code, codes: {use: actors}}
              level: {type: integer, label: Level, minimum: 5, maximum: 1, codes: {A: B}}
              size: {type: number, label: Size, minimum: large}
              sub: {type: code, label: Sub, broader: kinds, codes: {A: {en: A, broader: Z}}}
              rows: {type: table, label: Rows}
            """);
    assertThat(faults)
        .extracting(f -> f.line() + " " + f.field())
        .contains(
            "2 label",
            "3 colour",
            "4 group",
            "5 geometry",
            "7 classification",
            "8 title",
            "11 A",
            "11 C",
            "11 B",
            "13 id",
            "14 Name",
            "16 kind",
            "17 label",
            "17 use",
            "18 minimum",
            "18 codes",
            "19 minimum",
            "20 sub",
            "21 columns");
    assertThat(faults).allSatisfy(f -> assertThat(f.fix()).isNotBlank());
  }

  @Test
  void aCodeUnderABroaderCodeThatDoesNotExistIsRefused() throws Exception {
    Fault fault =
        onlyFault(
            CHECKPOINT
                + """
                  kind: {type: code, label: Kind, codes: {ROAD: Road}}
                  detail: {type: code, label: Detail, broader: kind, codes: {GATE: {en: Gate, broader: RAOD}}}
                """);
    assertThat(fault.what()).contains("GATE", "RAOD");
    assertThat(fault.fix()).contains("ROAD");
  }

  @Test
  void whatIsNotYamlIsRefusedWithItsLine() throws Exception {
    Fault fault = onlyFault("layer: checkpoint\nlabel: {en: Checkpoints\ngroup: mission\n");
    assertThat(fault.line()).isPositive();
    assertThat(fault.what()).contains("not YAML");
  }

  @Test
  void anEmptyFileAndAFileInLatin1AreRefused() throws Exception {
    assertThat(onlyFault("# nothing here\n").what()).contains("empty");
    Files.write(
        mission.resolve("checkpoint.layer.yaml"),
        CHECKPOINT.replace("Barrages", "Barrières").getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> LayerFiles.read(Optional.of(mission)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("UTF-8");
  }

  @Test
  void aFileThatIsNamedUnlikeItsLayerIsRefused() throws Exception {
    write("gate.layer.yaml", CHECKPOINT);
    write("notes.yaml", "a: b\n");
    BadInputException refusal =
        catchThrowableOfType(BadInputException.class, () -> LayerFiles.read(Optional.of(mission)));
    assertThat(refusal.faults()).hasSize(2);
    assertThat(refusal.faults().toString()).contains("notes.yaml", "gate.layer.yaml");
  }

  @Test
  void anchorsThatPointAtThemselvesDoNotHangTheReader() throws Exception {
    assertThat(faults(CHECKPOINT + "  loop: &a {type: text, label: *a}\n")).isNotEmpty();
    assertThat(faults("&a [*a]\n")).isNotEmpty();
  }

  @Test
  void hundredsOfBrokenVariantsOfAFileNeverGiveAnythingButFaults() throws Exception {
    List<String> lines = CHECKPOINT.lines().toList();
    List<String> poison = List.of("", "- x", "a: [", "{}", "~", "layer: [1]", "\t", "? a\n: b");
    for (int at = 0; at < lines.size(); at++) {
      for (String bad : poison) {
        List<String> changed = new java.util.ArrayList<>(lines);
        changed.set(at, bad);
        write("checkpoint.layer.yaml", String.join("\n", changed));
        try {
          LayerFiles.read(Optional.of(mission));
        } catch (BadInputException refused) {
          assertThat(refused.faults()).isNotEmpty();
        }
      }
    }
  }

  @Test
  void layerFilesOfOursNameNoPropertyTwiceAndKeepReportsConfidential() throws Exception {
    LayerCatalog catalog = LayerFiles.read();
    assertThat(catalog.get("report").defaultClassification())
        .isEqualTo(Classification.CONFIDENTIAL);
    assertThat(catalog.get("medical-facility").defaultClassification())
        .isEqualTo(Classification.UNCLASSIFIED);
    assertThat(Stream.of("summary", "casualties", "coord_original", "exercise"))
        .allSatisfy(p -> assertThat(catalog.get("incident").findProperty(p)).isPresent());
  }

  private Fault onlyFault(String text) throws Exception {
    List<Fault> faults = faults(text);
    assertThat(faults).hasSize(1);
    return faults.get(0);
  }

  private List<Fault> faults(String text) throws IOException {
    write("checkpoint.layer.yaml", text);
    return catchThrowableOfType(
            BadInputException.class, () -> LayerFiles.read(Optional.of(mission)))
        .faults();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(mission.resolve(name), text);
  }
}
