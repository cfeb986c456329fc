package org.vigie.server.command;

import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.vigie.server.http.Json;
import org.vigie.server.inventory.Inventory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the libraries of others. */
@Command(
    name = "sbom",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Print what of others is in this distribution, with versions and digests, as CycloneDX"
            + " JSON for a vulnerability scanner.")
final class SbomCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        Json.MAPPER
            .writer()
            .with(SerializationFeature.INDENT_OUTPUT)
            .writeValueAsString(Inventory.ofThisProcess().document(Version.current())));
    out.flush();
    return ExitCode.OK;
  }
}
