package org.vigie.geodata.store.cluster;

/** The private cluster cannot run here; the message is one sentence that says how to mend it. */
public class ClusterException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ClusterException(String message) {
    super(message);
  }

  public ClusterException(String message, Throwable cause) {
    super(message, cause);
  }
}
