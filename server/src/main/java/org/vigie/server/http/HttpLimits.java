package org.vigie.server.http;

import java.time.Duration;

/** How much of anything a client may send or hold; docs/limits.md explains each. */
public final class HttpLimits {

  /** All header lines of one request, with its address: a filter with a drawn polygon is long. */
  static final int HEADER_BYTES = 64 * 1024;

  /** Parameters of one address; the most that any endpoint declares is far below. */
  static final int PARAMETERS = 100;

  /** A connection on which nothing moves is closed; a live stream sends a comment more often. */
  static final Duration IDLE = Duration.ofSeconds(30);

  /** The slowest that a body may come in; a bad satellite line does ten times as much. */
  static final long BODY_BYTES_PER_SECOND = 256;

  /** How long a body may take to get going. */
  static final Duration BODY_GRACE = Duration.ofSeconds(10);

  /** Requests with a body of one caller, or of one address, that run at the same time. */
  static final int BODIES_AT_ONCE = 64;

  /** Connections that wait to be taken up. */
  static final int ACCEPT_QUEUE = 1024;

  /** Expensive requests of one caller that run at the same time. */
  static final int AT_ONCE = 8;

  /** Those that wait for them to end; what comes after is told to try again. */
  static final int WAITING = 16;

  /** How long they wait. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  /**
   * Requests of one HTTP/2 connection under way: no page may run into its own limit of dear ones.
   */
  static final int STREAMS = AT_ONCE + WAITING;

  /**
   * Of those one may wait for its turn while others move: a slow line carries one after the other.
   */
  static final Duration STREAM_IDLE = Duration.ofMinutes(2);

  /** Levels of arrays and objects in a JSON body. */
  public static final int JSON_DEPTH = 64;

  /** Characters of one text in a JSON body; the longest property of a layer is far below. */
  public static final int JSON_TEXT = 1_000_000;

  /** Digits of one number in a JSON body. */
  public static final int JSON_DIGITS = 100;

  /** Values, names and brackets in a JSON body: 100 000 positions are 400 000. */
  public static final int JSON_TOKENS = 500_000;

  /** Characters of one name in a JSON body. */
  public static final int JSON_NAME = 1_000;

  private HttpLimits() {}
}
