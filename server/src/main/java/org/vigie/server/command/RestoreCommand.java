package org.vigie.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.store.AuditReport;
import org.vigie.server.StartedParts;
import org.vigie.server.Wiring;
import org.vigie.server.backup.Restoration;
import org.vigie.server.config.DataSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Puts a mission back from a backup. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Put a mission back from a backup into an empty data directory. Every byte is authenticated"
            + " before any of it is used; afterwards rows, policies and the audit are verified, and"
            + " nothing stays when one of them does not fit.")
final class RestoreCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private DataOptions data;
  @Mixin private KeyOptions keys;

  @Option(names = "--from", required = true, paramLabel = "FILE", description = "The backup.")
  private Path backup;

  @Override
  public Integer call() throws BadInputException, IOException {
    DataSettings settings = data.settings();
    var key = keys.key(false);
    Restoration restoration = new Restoration(settings.directory());
    restoration.check(backup, key);
    AuditReport audit = read(settings, restoration);
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "restored and verified: %,d entries of the audit, %,d rows of the log, policies as they"
                + " were%nhead %s%n",
            audit.entries(),
            audit.rows(),
            audit.head());
    spec.commandLine().getOut().flush();
    return ExitCode.OK;
  }

  private AuditReport read(DataSettings settings, Restoration restoration)
      throws BadInputException, IOException {
    boolean done = false;
    try (StartedParts parts = StartedParts.untilExit()) {
      AuditReport audit = restoration.read(from -> Wiring.restore(parts, settings, from));
      done = true;
      return audit;
    } finally {
      if (!done) {
        removeAll(settings.directory());
      }
    }
  }

  /** The directory was empty when this began: what is in it now is half a mission. */
  private static void removeAll(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      List<Path> deepestFirst =
          files.filter(f -> !f.equals(directory)).sorted(Comparator.reverseOrder()).toList();
      for (Path each : deepestFirst) {
        Files.deleteIfExists(each);
      }
    }
  }
}
