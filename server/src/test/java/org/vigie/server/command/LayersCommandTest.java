package org.vigie.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.server.http.Json;
import picocli.CommandLine;

class LayersCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path directory;

  @BeforeEach
  void makeRoomForMissionFiles() throws Exception {
    Files.createDirectory(directory.resolve("layers"));
  }

  @Test
  void everyLayerHasItsLine() {
    assertThat(run("layers")).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("incident", "POC alerts", "point-or-polygon");
    assertThat(out.toString().lines().skip(1).map(line -> line.split(" ", 2)[0]))
        .containsExactlyElementsOf(LayerFiles.read().list().stream().map(Layer::name).toList());
  }

  @Test
  void oneLayerIsShownWithItsPropertiesAndCodes() {
    assertThat(run("layers", "incident")).isEqualTo(ExitCode.OK);
    assertThat(out.toString())
        .contains("severity", "at least 1, at most 5", "VIOLENCE_AGAINST_CIVILIANS", "required");
  }

  @Test
  void jsonTellsTheWholeDeclaration() throws Exception {
    assertThat(run("layers", "--json", "patrol")).isEqualTo(ExitCode.OK);
    JsonNode layer = Json.MAPPER.readTree(out.toString());
    assertThat(layer.at("/geometry").asText()).isEqualTo("line");
    assertThat(layer.at("/titles/fr").asText()).isEqualTo("Patrouilles");
    assertThat(layer.at("/properties").size()).isGreaterThan(20);
  }

  @Test
  void anUnknownLayerIsAnsweredWithTheKnownOnes() {
    assertThat(run("layers", "volcano")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("no layer volcano", "incident, report");
  }

  @Test
  void aWrongFileOfTheMissionIsToldWithItsLine() throws Exception {
    Files.writeString(
        directory.resolve("layers/river.layer.yaml"), "layer: river\nlabel: Rivers\ngroup: wet\n");
    assertThat(run("layers")).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString())
        .contains("river.layer.yaml:3: group", "events, operations, protection");
  }

  private int run(String command, String... more) {
    String[] arguments = new String[more.length + 3];
    arguments[0] = command;
    arguments[1] = "--data-dir";
    arguments[2] = directory.toString();
    System.arraycopy(more, 0, arguments, 3, more.length);
    return new CommandLine(new VigieCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .setExecutionExceptionHandler(new Failures())
        .setParameterExceptionHandler(Failures::wrongUsage)
        .execute(arguments);
  }
}
