package org.vigie.server.command;

/** What the exit codes of every command mean. */
public final class ExitCode {

  public static final int OK = 0;

  /** The command ran and what it was to do did not succeed. */
  public static final int FAILED = 1;

  /** The command line or the configuration is wrong; nothing was done. */
  public static final int USAGE = 2;

  /** This machine cannot run it now: no database, directory or port in use. */
  public static final int CANNOT_RUN = 3;

  /** Done, but some of the input was refused and came back. */
  public static final int SOME_REFUSED = 4;

  private ExitCode() {}
}
