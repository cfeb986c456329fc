package org.vigie.server.command;

/** The machine is not ready for what was asked; the message says in one sentence how to mend it. */
public class CannotRunException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public CannotRunException(String message) {
    super(message);
  }
}
