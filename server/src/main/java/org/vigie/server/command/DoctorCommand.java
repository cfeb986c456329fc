package org.vigie.server.command;

import java.util.concurrent.Callable;
import org.vigie.geodata.store.cluster.PostgresBinaries;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says what is installed and what is wrong. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Say what is installed, which database is used, and what is wrong.")
final class DoctorCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private DataOptions data;

  @Override
  public Integer call() {
    spec.commandLine().getOut().println(data.settings() + " " + PostgresBinaries.list());
    return ExitCode.OK;
  }
}
