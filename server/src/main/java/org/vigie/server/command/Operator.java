package org.vigie.server.command;

import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.Author;

/** Whoever runs a command on the server's own machine, where the data and their keys lie. */
final class Operator {

  private Operator() {}

  /** Everything; the log names the account of the operating system. */
  static Access access() {
    return Access.everything(new Author(name()));
  }

  /** For the logs; no user name can look like it. */
  static String name() {
    String user = System.getProperty("user.name", "");
    return "command line" + (user.isBlank() ? "" : " (" + user + ")");
  }
}
