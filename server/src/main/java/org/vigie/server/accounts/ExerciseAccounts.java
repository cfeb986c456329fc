package org.vigie.server.accounts;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.geodata.access.Role;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;

/** One account for each role, for the exercise alone: everybody knows their password. */
public final class ExerciseAccounts {

  /** Of all of them; printed on the sign-in page. */
  public static final String PASSWORD = "exercise palm tree harbour";

  private static final String BY = "exercise";

  private static final List<Account> ACCOUNTS =
      List.of(
          account("viewer", "Viewer", Role.VIEWER, Classification.UNCLASSIFIED),
          account("reporter", "Reporter", Role.REPORTER, Classification.CONFIDENTIAL, "POC"),
          account(
              "duty-officer",
              "Duty officer",
              Role.DUTY_OFFICER,
              Classification.CONFIDENTIAL,
              "C-IED",
              "CASEVAC",
              "POC"),
          account(
              "second-duty-officer",
              "Second duty officer",
              Role.DUTY_OFFICER,
              Classification.CONFIDENTIAL,
              "C-IED",
              "CASEVAC",
              "POC"),
          account(
              "protection-adviser",
              "Protection adviser",
              Role.PROTECTION_ADVISER,
              Classification.STRICTLY_CONFIDENTIAL,
              "POC"),
          account(
              "analyst",
              "Analyst",
              Role.ANALYST,
              Classification.STRICTLY_CONFIDENTIAL,
              "C-IED",
              "CASEVAC",
              "POC"),
          account(
              "administrator", "Administrator", Role.ADMINISTRATOR, Classification.UNCLASSIFIED));

  /**
   * What the sign-in page tells of an account.
   *
   * @param sees clearance and compartments in words
   */
  public record Shown(String username, String title, String sees) {}

  private ExerciseAccounts() {}

  /** Adds those that are not there yet. */
  public static void add(Accounts accounts) throws BadInputException {
    for (Account account : ACCOUNTS) {
      if (accounts.find(account.username()).isEmpty()) {
        accounts.add(account, PASSWORD, BY);
      }
    }
  }

  public static List<Shown> shown() {
    return ACCOUNTS.stream().map(a -> new Shown(a.username(), a.title(), sees(a))).toList();
  }

  private static String sees(Account account) {
    String compartments =
        account.compartments().isEmpty()
            ? ""
            : " · " + String.join(", ", account.compartments().stream().sorted().toList());
    return account.clearance().label() + compartments;
  }

  private static Account account(
      String username, String title, Role role, Classification clearance, String... compartments) {
    return new Account(
        username,
        title + " (EXERCISE)",
        Set.of(role),
        clearance,
        Set.of(compartments),
        Optional.empty(),
        false,
        false);
  }
}
