package org.vigie.geodata.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.geodata.access.Protection;
import org.vigie.geodata.access.Role;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;

class LayerHandlingTest {

  private static final String HEAD =
      """
      layer: well
      label: Wells
      group: mission
      geometry: point
      time: state
      symbol: blue square
      """;
  private static final String PROPERTIES =
      """
      properties:
        name: {type: text, label: Name}
        kind: {type: code, label: Kind, codes: {OPEN: Open, SECRET: Secret}}
        told_by: {type: text, label: Told by, protected: source-identity}
      """;

  @TempDir Path mission;

  private Layer read(String handling) throws Exception {
    write(HEAD + handling + PROPERTIES);
    return LayerFiles.read(Optional.of(mission)).get("well");
  }

  private List<Fault> faults(String handling, String properties) throws Exception {
    write(HEAD + handling + properties);
    return catchThrowableOfType(
            BadInputException.class, () -> LayerFiles.read(Optional.of(mission)))
        .faults();
  }

  private void write(String text) throws IOException {
    Files.writeString(mission.resolve("well.layer.yaml"), text);
  }

  private void assertFault(String handling, int line, String what, String fix) throws Exception {
    assertThat(faults(handling, PROPERTIES))
        .anySatisfy(
            fault -> {
              assertThat(fault.line()).isEqualTo(line);
              assertThat(fault.what()).contains(what);
              assertThat(fault.fix()).contains(fix);
            });
  }

  @Test
  void whatAFileDoesNotSayIsTheUsual() throws Exception {
    Layer layer = read("");

    assertThat(layer.read()).containsExactlyInAnyOrder(Role.values());
    assertThat(layer.write()).doesNotContain(Role.VIEWER, Role.ADMINISTRATOR).hasSize(4);
    assertThat(layer.compartments()).isEmpty();
    assertThat(layer.areaApplies()).isTrue();
    assertThat(layer.appendOnly()).isFalse();
    assertThat(layer.handling().generalisation()).isEmpty();
    assertThat(layer.releasing()).isEmpty();
    assertThat(layer.findProperty("told_by").orElseThrow().protection())
        .contains(Protection.SOURCE_IDENTITY);
  }

  @Test
  void whatAFileSaysIsTaken() throws Exception {
    Layer layer =
        read(
            """
            read: [reporter, analyst]
            write: [analyst]
            compartments: [POC, CASEVAC]
            area: ignored
            append-only: true
            generalise: {by: kind, codes: [SECRET], to-km: 5, clears: [name]}
            released-counts: {by: name, below: 10}
            """);

    assertThat(layer.read()).containsExactlyInAnyOrder(Role.REPORTER, Role.ANALYST);
    assertThat(layer.write()).containsExactly(Role.ANALYST);
    assertThat(layer.compartments()).containsExactlyInAnyOrder("POC", "CASEVAC");
    assertThat(layer.areaApplies()).isFalse();
    assertThat(layer.appendOnly()).isTrue();
    assertThat(layer.handling().generalisation().orElseThrow().kilometres()).isEqualTo(5);
    assertThat(layer.releasing()).contains(new Releasing("name", 10));
    assertThat(read("released-counts: {by: kind}\n").releasing())
        .contains(new Releasing("kind", 5));
  }

  @Test
  void whoMayNotReadDoesNotWriteUnlessSaid() throws Exception {
    assertThat(read("read: [viewer, analyst]\n").write()).containsExactly(Role.ANALYST);
  }

  @Test
  void theReferenceMapIsTheSameForEveryArea() {
    for (Layer layer : LayerFiles.read().list()) {
      assertThat(layer.areaApplies())
          .as(layer.name())
          .isEqualTo(!layer.group().equals("reference"));
    }
  }

  @Test
  void aWrongWordIsRefusedWithItsLineAndTheAllowedOnes() throws Exception {
    assertFault("read: [analist]\n", 7, "\"analist\" is not a role", "analyst");
    assertFault("read: [viewer]\nwrite: [analyst]\n", 8, "may write", "viewer");
    assertFault("compartments: [PROTECTION]\n", 7, "\"PROTECTION\"", "POC");
    assertFault("area: yes\n", 7, "\"yes\"", "applies");
    assertFault("append-only: maybe\n", 7, "\"maybe\"", "true");
    assertFault("generalise: {codes: [SECRET], to-km: 5}\n", 7, "\"by\" is missing", "by");
    assertFault("generalise: {by: name, codes: [X], to-km: 5}\n", 7, "\"name\"", "kind");
    assertFault("generalise: {by: kind, codes: [HIDDEN], to-km: 5}\n", 7, "\"HIDDEN\"", "SECRET");
    assertFault("generalise: {by: kind, codes: [SECRET], to-km: 0.1}\n", 7, "0.1 km", "1 to 200");
    assertFault(
        "generalise: {by: kind, codes: [SECRET], to-km: 5, clears: [told_by]}\n",
        7,
        "\"told_by\"",
        "name");
  }

  @Test
  void countsAreReleasedByAnOpenPropertyAndNeverOneByOne() throws Exception {
    assertFault("released-counts: {below: 5}\n", 7, "\"by\" is missing", "by");
    assertFault("released-counts: {by: told_by}\n", 7, "\"told_by\"", "name");
    assertFault("released-counts: {by: name, below: 1}\n", 7, "1.0 features", "3 to 1000");
    assertFault("released-counts: {by: name, below: 4.5}\n", 7, "4.5 features", "3 to 1000");
  }

  @Test
  void aProtectedPropertyStandsForNothingThatOthersSee() throws Exception {
    assertFault("title: told_by\n", 7, "\"told_by\"", "name");
    assertFault("identity: [told_by]\n", 7, "\"told_by\"", "name");
    assertThat(
            faults(
                "",
                """
                properties:
                  a: {type: text, label: A, protected: source-identity, required: true}
                  b: {type: text, label: B, protected: source-identity, indexed: true}
                  c: {type: text, label: C, protected: secret}
                  d:
                    type: table
                    label: D
                    columns:
                      e: {type: text, label: E, protected: source-identity}
                """))
        .extracting(Fault::line)
        .containsExactly(8L, 9L, 10L, 15L);
  }

  @Test
  void sexualViolenceKeepsNoExactPlaceInTheLayersOfThisDistribution() {
    Generalisation rule =
        LayerFiles.read().get("incident").handling().generalisation().orElseThrow();

    assertThat(rule.codes()).contains("SEXUAL_VIOLENCE", "CRSV", "GV_SEXUAL_VIOLENCE");
    assertThat(rule.kilometres()).isGreaterThanOrEqualTo(10);
  }
}
