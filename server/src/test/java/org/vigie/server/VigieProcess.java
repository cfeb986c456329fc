package org.vigie.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.vigie.server.accounts.ExerciseAccounts;
import org.vigie.server.testing.SignedIn;

/** {@code vigie} in a process of its own, as a user would start it. */
public final class VigieProcess implements AutoCloseable {

  private static final String READY = "Vigie is ready at ";

  private final Process process;
  private final BufferedReader out;
  private final Path errors;
  private String url = "";

  private VigieProcess(Process process, Path errors) {
    this.process = process;
    this.out = process.inputReader();
    this.errors = errors;
  }

  public static VigieProcess start(String... arguments) throws IOException {
    return start(Main.class, arguments);
  }

  /**
   * @param main what runs in the place of the program, for a fault made on purpose
   */
  public static VigieProcess start(Class<?> main, String... arguments) throws IOException {
    return start(1024, main, arguments);
  }

  /** With a heap of so many megabytes; ends at once, with 3, when that is not enough. */
  public static VigieProcess start(int megabytes, Class<?> main, String... arguments)
      throws IOException {
    return start(System.getProperty("java.class.path"), megabytes, main, arguments);
  }

  /** The program as another class path has it, for example another version of it. */
  public static VigieProcess startFrom(String classPath, String... arguments) throws IOException {
    return start(classPath, 1024, Main.class, arguments);
  }

  private static VigieProcess start(
      String classPath, int megabytes, Class<?> main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + megabytes + "m", "-XX:+ExitOnOutOfMemoryError"));
    command.addAll(List.of("-cp", classPath));
    command.addAll(List.of("-Dlogback.configurationFile=logback.xml", main.getName()));
    command.addAll(List.of(arguments));
    Path errors = Files.createTempFile("vigie-test-", ".err");
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("VIGIE_"));
    return new VigieProcess(builder.start(), errors);
  }

  /** Waits for the line that says so; fails with what the process complained of. */
  public VigieProcess awaitReady() throws IOException {
    String line = out.readLine();
    if (line == null || !line.startsWith(READY)) {
      throw new AssertionError("not ready: " + line + " " + Files.readString(errors));
    }
    url = line.substring(READY.length());
    return this;
  }

  /** Somebody of the exercise, signed in; everybody there has the same password. */
  public SignedIn as(String username) throws IOException, InterruptedException {
    return SignedIn.as(url, username, ExerciseAccounts.PASSWORD);
  }

  public String url() {
    return url;
  }

  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url).resolve(path))
            .header("Accept", "application/json")
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** As {@code kill} does. */
  public void terminate() {
    // Process.destroy would also close the streams that are still to be read.
    process.toHandle().destroy();
  }

  /** As {@code kill -9} does. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  public int awaitExit() throws InterruptedException {
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      throw new AssertionError("the process does not end");
    }
    return process.exitValue();
  }

  /** The next line that the running process has printed, or will print. */
  public String nextLine() throws IOException {
    String line = out.readLine();
    if (line == null) {
      throw new AssertionError("nothing more: " + Files.readString(errors));
    }
    return line;
  }

  /** What is still to be read of standard output, once the process has ended. */
  public String restOfOutput() throws IOException {
    return String.join("\n", out.lines().toList());
  }

  public String errors() throws IOException {
    return Files.readString(errors);
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    // Process.destroy would also close the streams that are still to be read.
    process.toHandle().destroy();
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      kill();
    }
    Files.deleteIfExists(errors);
  }
}
