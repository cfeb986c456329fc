package org.vigie.server.accounts;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.vigie.geodata.access.Role;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.testing.TestDatabases;
import org.vigie.server.testing.SignedIn;

/** Each test has a server of its own with a duty officer "amina" and an administrator "keeper". */
abstract class AccountsServerFixture {

  private final DatabaseAddress address = TestDatabases.create();
  AccountsServer server;

  @BeforeEach
  void start() throws Exception {
    server = new AccountsServer(address);
    server.add("amina", Role.DUTY_OFFICER);
    server.add("keeper", Role.ADMINISTRATOR);
  }

  @AfterEach
  void stop() {
    server.close();
    TestDatabases.drop(address);
  }

  /** As whom the server knows the session, or the status when it does not. */
  static String name(SignedIn user) throws Exception {
    HttpResponse<String> answer = user.send(user.request("/name"));
    return answer.statusCode() == 200 ? answer.body() : Integer.toString(answer.statusCode());
  }
}
