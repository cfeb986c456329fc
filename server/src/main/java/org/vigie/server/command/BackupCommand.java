package org.vigie.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.vigie.geodata.model.BadInputException;
import org.vigie.server.StartedParts;
import org.vigie.server.Wiring;
import org.vigie.server.backup.Backup;
import org.vigie.server.config.DataSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the mission into one encrypted file. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Write everything the mission holds, with its layer files and settings but without"
            + " passwords of the database, into one encrypted file, also while a server runs on"
            + " it.")
final class BackupCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private DataOptions data;
  @Mixin private KeyOptions keys;

  @Option(names = "--to", required = true, paramLabel = "FILE", description = "The file to write.")
  private Path target;

  @Override
  public Integer call() throws BadInputException, IOException {
    DataSettings settings = data.settings();
    var key = keys.key(true);
    try (StartedParts parts = StartedParts.untilExit()) {
      Wiring.note(parts, settings, "backup", Operator.access().author(), target.toString());
    }
    long rows;
    try (StartedParts parts = StartedParts.untilExit()) {
      rows =
          new Backup(settings.directory(), to -> Wiring.dump(parts, settings, to))
              .write(target, key);
    }
    spec.commandLine()
        .getOut()
        .printf(Locale.ROOT, "%,d rows in %s (%,d bytes)%n", rows, target, Files.size(target));
    spec.commandLine().getOut().flush();
    return ExitCode.OK;
  }
}
