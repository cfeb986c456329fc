package org.vigie.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.access.Role;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.testing.TestDatabases;
import org.vigie.server.testing.SignedIn;
import org.vigie.server.testing.Sql;

/** What people do at the door stands in the audit, and cannot be changed there unseen. */
class AccountAuditTest {

  private final DatabaseAddress address = TestDatabases.create();
  private AccountsServer server;

  @BeforeEach
  void start() throws Exception {
    server = new AccountsServer(address);
    server.add("amina", Role.DUTY_OFFICER);
  }

  @AfterEach
  void stop() {
    server.close();
    TestDatabases.drop(address);
  }

  @Test
  void whoSignsInAndOutAndWhoIsRefusedStandsInTheAuditWithoutPasswords() throws Exception {
    SignedIn amina = server.signIn("amina");
    server.trySignIn("amina", "a wrong secret");
    server.trySignIn("a secret typed as name", "x");
    amina.send(amina.request("/api/session").DELETE());
    assertThat(entries("kind like 'sign-%'"))
        .containsExactly(
            "sign-in amina from 127.0.0.1",
            "sign-in-refused amina from 127.0.0.1",
            "sign-in-refused unknown name from 127.0.0.1",
            "sign-out amina ");
    assertThat(String.join(" ", entries("true"))).doesNotContain("secret", AccountsServer.PASSWORD);
    assertThat(server.root.auditTrail().verify("").isSound()).isTrue();
  }

  @Test
  void whatIsDecidedAboutAccountsAndTokensStandsInTheAudit() throws Exception {
    server.accounts.change("amina", AccountChange.NONE.withRoles(Set.of(Role.VIEWER)), "keeper");
    Tokens tokens = new Tokens(server.stores.tokens(), server.clock);
    Tokens.Created created =
        tokens.create(
            server.accounts.get("amina"),
            new Tokens.Wanted("map", false, Optional.empty(), Optional.empty(), 30),
            "keeper");
    tokens.revoke(created.token(), "keeper");
    String password = server.accounts.reset("amina", "keeper");
    assertThat(entries("kind = 'account' and actor = 'keeper'"))
        .hasSize(4)
        .anyMatch(e -> e.contains("amina: roles viewer"))
        .anyMatch(e -> e.contains("token 'map' made"))
        .anyMatch(e -> e.contains("token 'map' revoked"))
        .anyMatch(e -> e.contains("amina: password reset"));
    assertThat(String.join(" ", entries("true"))).doesNotContain(password, created.text());
  }

  @Test
  void anEntryThatIsRewrittenOrTakenOutIsNamed() throws Exception {
    server.signIn("amina");
    server.trySignIn("amina", "wrong");
    server.accounts.reset("amina", "keeper");
    assertThat(server.root.auditTrail().verify("").damages()).as("the control").isEmpty();
    for (String kind : List.of("sign-in", "sign-in-refused", "account")) {
      for (String change :
          List.of(
              "update vigie.audit set actor = 'somebody' where number = ",
              "update vigie.audit set subject = 'x' || subject where number = ",
              "delete from vigie.audit where number = ")) {
        spoilAndRestore(kind, change);
      }
    }
    assertThat(server.root.auditTrail().verify("").damages()).as("nothing stayed").isEmpty();
  }

  private void spoilAndRestore(String kind, String change) throws Exception {
    String number =
        Sql.asOwner(address, "select min(number) from vigie.audit where kind = '" + kind + "'");
    asAdministrator("create table public.kept as select * from vigie.audit");
    try {
      asAdministrator(change + number);
      assertThat(server.root.auditTrail().verify("").damages())
          .as(change + kind)
          .anySatisfy(d -> assertThat(d.toString()).contains("audit").contains("entry " + number));
    } finally {
      asAdministrator(
          "delete from vigie.audit; insert into vigie.audit select * from public.kept;"
              + " drop table public.kept");
    }
  }

  /** The owner of the tables, with every guard of the audit lowered. */
  private void asAdministrator(String sql) throws Exception {
    try (Connection connection = Sql.connect(address);
        Statement statement = connection.createStatement()) {
      statement.execute("alter table vigie.audit disable trigger user");
      statement.execute(sql);
    }
  }

  private List<String> entries(String where) throws Exception {
    return Sql.listAsOwner(
        address,
        "select concat_ws(' ', kind, actor, subject) from vigie.audit where "
            + where
            + " order by number");
  }
}
