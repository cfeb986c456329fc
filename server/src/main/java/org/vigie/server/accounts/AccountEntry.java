package org.vigie.server.accounts;

import java.time.Instant;

/**
 * A line of the account log.
 *
 * @param by user name, or who ran a command on the server's machine
 * @param username whose account it was
 * @param what in words; never a password or a token
 */
public record AccountEntry(Instant at, String by, String username, String what) {}
