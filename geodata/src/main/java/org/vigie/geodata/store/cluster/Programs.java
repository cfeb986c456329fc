package org.vigie.geodata.store.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the programs of an installation as the right account. */
final class Programs {

  private static final long PATIENCE_SECONDS = 120;

  private final PostgresBinaries binaries;
  private final Account account;
  private final Path output;

  /**
   * @param output where the programs' words go: a file, because the server they leave behind would
   *     keep a pipe open for ever
   */
  Programs(PostgresBinaries binaries, Account account, Path output) {
    this.binaries = binaries;
    this.account = account;
    this.output = output;
  }

  /** Exit code of the program; what it said is in {@link #lastWords}. */
  int run(String program, List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(binaries.program(program).toString());
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(account.running(command))
            // The account may not be allowed into the folder we were started in.
            .directory(Path.of("/").toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    process.getOutputStream().close();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new ClusterException(program + " did not finish in " + PATIENCE_SECONDS + " s.");
    }
    return process.exitValue();
  }

  /** The end of what the last program wrote, on one line. */
  String lastWords() throws IOException {
    String all = Files.readString(output, StandardCharsets.UTF_8).strip().replaceAll("\\s+", " ");
    int most = 400;
    return all.length() <= most ? all : "…" + all.substring(all.length() - most);
  }
}
