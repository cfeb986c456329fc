package org.vigie.server.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * What an option is when the command line does not give it: {@code VIGIE_DATA_DIR} in the
 * environment, else {@code data-dir} in the configuration file, else the default at the option. The
 * file is the one named by {@code --config}, else {@code vigie.properties} in the data directory.
 */
public final class ConfigurationSources implements IDefaultValueProvider {

  /** Options that cannot come from a file, because they say which file or ask for words only. */
  private static final Set<String> NOT_IN_FILE = Set.of("config", "data-dir", "help", "version");

  private final List<String> arguments;
  private final Map<String, String> environment;
  private @Nullable Properties file;

  public ConfigurationSources(String[] arguments, Map<String, String> environment) {
    this.arguments = Arrays.asList(arguments);
    this.environment = environment;
  }

  /** Name of the environment variable of an option, as {@code VIGIE_DATA_DIR} of data-dir. */
  public static String variable(String key) {
    return "VIGIE_" + key.replace('-', '_').toUpperCase(Locale.ROOT);
  }

  /** What an option is called in the environment and in the file. */
  public static String key(OptionSpec option) {
    return option.longestName().substring(2);
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option) || !option.longestName().startsWith("--")) {
      return null;
    }
    String key = key(option);
    String fromEnvironment = environment.get(variable(key));
    if (fromEnvironment != null && !fromEnvironment.isBlank()) {
      return fromEnvironment;
    }
    return NOT_IN_FILE.contains(key) ? null : file(option.command()).getProperty(key);
  }

  private Properties file(CommandSpec command) {
    if (file == null) {
      file = read(command);
    }
    return file;
  }

  private Properties read(CommandSpec command) {
    Optional<String> named = given("config");
    Path path = named.map(Path::of).orElseGet(() -> directory(command).resolve("vigie.properties"));
    Properties properties = new Properties();
    if (named.isEmpty() && !Files.isRegularFile(path)) {
      return properties;
    }
    try (Reader reader = Files.newBufferedReader(path)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new ParameterException(
          command.commandLine(), "The configuration file " + path + " cannot be read.", unreadable);
    }
    refuseUnknownKeys(path, properties, command);
    refuseOpenPasswords(path, properties, command);
    return properties;
  }

  private Path directory(CommandSpec command) {
    String name =
        command.name().equals(DataDirectory.DEMO) || arguments.contains("--demo")
            ? DataDirectory.DEMO
            : DataDirectory.MISSION;
    return given("data-dir")
        .map(Path::of)
        .orElseGet(() -> DataDirectory.standard(name, environment));
  }

  /** Reads an option before the command line has been parsed. */
  private Optional<String> given(String key) {
    String flag = "--" + key;
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.startsWith(flag + "=")) {
        return Optional.of(argument.substring(flag.length() + 1));
      }
      if (argument.equals(flag) && i + 1 < arguments.size()) {
        return Optional.of(arguments.get(i + 1));
      }
    }
    return Optional.ofNullable(environment.get(variable(key))).filter(value -> !value.isBlank());
  }

  private static void refuseUnknownKeys(Path path, Properties properties, CommandSpec command) {
    Set<String> known = new TreeSet<>();
    collectKeys(command.root().commandLine(), known);
    for (String key : properties.stringPropertyNames()) {
      if (!known.contains(key)) {
        throw new ParameterException(
            command.commandLine(), path + " sets " + key + ", which is none of " + known + ".");
      }
    }
  }

  private static void refuseOpenPasswords(Path path, Properties properties, CommandSpec command) {
    boolean secret =
        properties.stringPropertyNames().stream().anyMatch(k -> k.endsWith("password"));
    try {
      if (secret && SecretFile.isOpenToOthers(path)) {
        throw new ParameterException(
            command.commandLine(),
            "The configuration file holds a password, and " + SecretFile.remedy(path));
      }
    } catch (IOException gone) {
      throw new ParameterException(
          command.commandLine(), "The configuration file " + path + " cannot be read.", gone);
    }
  }

  private static void collectKeys(CommandLine command, Set<String> keys) {
    for (OptionSpec option : command.getCommandSpec().options()) {
      if (option.longestName().startsWith("--") && !NOT_IN_FILE.contains(key(option))) {
        keys.add(key(option));
      }
    }
    command.getSubcommands().values().forEach(each -> collectKeys(each, keys));
  }
}
