package org.vigie.server.command;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.access.Role;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.server.Mission;
import org.vigie.server.Wiring;
import org.vigie.server.accounts.Account;
import org.vigie.server.accounts.AccountChange;
import org.vigie.server.accounts.Accounts;
import org.vigie.server.accounts.Tokens;
import org.vigie.server.accounts.UserName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Keeps the accounts from the server's own machine. */
@Command(
    name = "user",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Keep the accounts, also while a server runs on the same data. Every change is logged and"
            + " ends the user's sessions within a second.")
final class UserCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: add, list, disable, …");
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = "Add an account and print its one-time password.")
  int add(
      @Mixin DataOptions data,
      @Parameters(paramLabel = "NAME", description = "User name.") String name,
      @Option(names = "--title", paramLabel = "TEXT", description = "As pages show it.")
          @Nullable String title,
      @Option(
              names = "--role",
              paramLabel = "ROLE",
              split = ",",
              required = true,
              description =
                  "viewer, reporter, duty-officer, protection-adviser, analyst, administrator;"
                      + " several separated by commas.")
          List<String> roles,
      @Option(
              names = "--clearance",
              paramLabel = "LEVEL",
              defaultValue = "UNCLASSIFIED",
              description = "${COMPLETION-CANDIDATES}. Default: UNCLASSIFIED.")
          Classification clearance,
      @Option(
              names = "--compartment",
              paramLabel = "CODE",
              split = ",",
              description = "Need-to-know compartments, separated by commas.")
          @Nullable List<String> compartments,
      @Option(
              names = "--oidc-subject",
              paramLabel = "SUB",
              description =
                  "Who this is at the identity provider (claim sub); no password is given then.")
          @Nullable String subject)
      throws BadInputException, IOException {
    Set<Role> wanted = roles(roles);
    return with(
        data,
        mission -> {
          String username = UserName.read(name);
          Account account =
              new Account(
                  username,
                  Optional.ofNullable(title).orElse(username),
                  wanted,
                  clearance,
                  compartments == null ? Set.of() : Set.copyOf(compartments),
                  Optional.empty(),
                  false,
                  true,
                  Optional.ofNullable(subject));
          if (subject != null) {
            Wiring.accounts(mission).addLinked(account, Operator.name());
            return "Added " + username + ", who signs in at the identity provider.";
          }
          String password = Wiring.accounts(mission).add(account, Operator.name());
          return "Added " + username + ". One-time password, shown only now: " + password;
        });
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Print the accounts, the disabled ones too.")
  int list(@Mixin DataOptions data) throws BadInputException, IOException {
    return with(
        data,
        mission ->
            Wiring.accounts(mission).list().stream()
                .map(UserCommand::line)
                .collect(Collectors.joining(System.lineSeparator())));
  }

  @Command(
      name = "disable",
      mixinStandardHelpOptions = true,
      description = "End an account; its name stays taken.")
  int disable(
      @Mixin DataOptions data,
      @Parameters(paramLabel = "NAME", description = "User name.") String name)
      throws BadInputException, IOException {
    return change(data, name, AccountChange.NONE.withDisabled(true));
  }

  @Command(
      name = "enable",
      mixinStandardHelpOptions = true,
      description = "Let a disabled account sign in again.")
  int enable(
      @Mixin DataOptions data,
      @Parameters(paramLabel = "NAME", description = "User name.") String name)
      throws BadInputException, IOException {
    return change(data, name, AccountChange.NONE.withDisabled(false));
  }

  @Command(
      name = "reset",
      mixinStandardHelpOptions = true,
      description = "Give an account a new one-time password and print it.")
  int reset(
      @Mixin DataOptions data,
      @Parameters(paramLabel = "NAME", description = "User name.") String name)
      throws BadInputException, IOException {
    return with(
        data,
        mission ->
            "One-time password, shown only now: "
                + Wiring.accounts(mission).reset(name, Operator.name()));
  }

  @Command(
      name = "role",
      mixinStandardHelpOptions = true,
      description = "Set the roles of an account.")
  int role(
      @Mixin DataOptions data,
      @Parameters(index = "0", paramLabel = "NAME", description = "User name.") String name,
      @Parameters(
              index = "1",
              arity = "1..*",
              split = ",",
              paramLabel = "ROLE",
              description = "All roles it shall have.")
          List<String> roles)
      throws BadInputException, IOException {
    Set<Role> wanted = roles(roles);
    return change(data, name, AccountChange.NONE.withRoles(wanted));
  }

  @Command(
      name = "clearance",
      mixinStandardHelpOptions = true,
      description = "Set the clearance and, when given, the compartments of an account.")
  int clearance(
      @Mixin DataOptions data,
      @Parameters(index = "0", paramLabel = "NAME", description = "User name.") String name,
      @Parameters(index = "1", paramLabel = "LEVEL", description = "${COMPLETION-CANDIDATES}")
          Classification level,
      @Option(
              names = "--compartment",
              paramLabel = "CODE",
              split = ",",
              description = "All compartments it shall hold; none stands for no compartment.")
          @Nullable List<String> compartments)
      throws BadInputException, IOException {
    AccountChange change = AccountChange.NONE.withClearance(level);
    AccountChange whole =
        compartments == null
            ? change
            : change.withCompartments(
                compartments.equals(List.of("none")) ? Set.of() : Set.copyOf(compartments));
    return change(data, name, whole);
  }

  @Command(
      name = "token",
      mixinStandardHelpOptions = true,
      description = "Make an API token for an account and print it.")
  int token(
      @Mixin DataOptions data,
      @Parameters(index = "0", paramLabel = "NAME", description = "User name.") String name,
      @Parameters(index = "1", paramLabel = "TITLE", description = "What the token is for.")
          String title,
      @Option(names = "--write", description = "It may also change data.") boolean writes,
      @Option(
              names = "--layer",
              paramLabel = "NAME",
              split = ",",
              description = "The only layers it reaches.")
          @Nullable List<String> layers,
      @Option(
              names = "--days",
              paramLabel = "N",
              defaultValue = "90",
              description = "Until it expires, 1 to 365. Default: 90.")
          int days)
      throws BadInputException, IOException {
    Tokens.Wanted wanted =
        new Tokens.Wanted(
            title,
            writes,
            Optional.ofNullable(layers).map(LinkedHashSet::new),
            Optional.empty(),
            days);
    return with(
        data,
        mission -> {
          Account account = Wiring.accounts(mission).get(name);
          Tokens.Created created = Wiring.tokens(mission).create(account, wanted, Operator.name());
          return "Expires %s. Shown only now: %s"
              .formatted(created.token().expiresAt(), created.text());
        });
  }

  /** What is done with the opened mission; returns what to print. */
  @FunctionalInterface
  private interface Work {
    String run(Mission mission) throws BadInputException;
  }

  private int with(DataOptions data, Work work) throws BadInputException, IOException {
    return Errand.run(spec, parts -> work.run(Wiring.open(parts, data.settings())));
  }

  private int change(DataOptions data, String name, AccountChange change)
      throws BadInputException, IOException {
    return with(
        data,
        mission -> {
          Accounts accounts = Wiring.accounts(mission);
          return line(accounts.change(name, change, Operator.name()));
        });
  }

  private Set<Role> roles(List<String> words) {
    Set<Role> roles = new LinkedHashSet<>();
    for (String word : words) {
      roles.add(
          Role.find(word)
              .orElseThrow(
                  () ->
                      new ParameterException(
                          spec.commandLine(),
                          "There is no role "
                              + word
                              + ". Use one of: "
                              + Arrays.stream(Role.values())
                                  .map(Role::word)
                                  .collect(Collectors.joining(", ")))));
    }
    return roles;
  }

  private static String line(Account account) {
    return "%-20s %-32s %-22s %s%s"
        .formatted(
            account.username(),
            account.roles().stream().sorted().map(Role::word).collect(Collectors.joining(",")),
            account.clearance(),
            account.compartments().stream().sorted().collect(Collectors.joining(",")),
            account.disabled() ? " (disabled)" : "");
  }
}
