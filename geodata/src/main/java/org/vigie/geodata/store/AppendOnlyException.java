package org.vigie.geodata.store;

/** Somebody wanted to change or delete a feature of a layer whose features stay as they are. */
public final class AppendOnlyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public AppendOnlyException(String layer) {
    super(
        "What is in "
            + layer
            + " stays as it was received. Send a new one that corrects it; only its classification"
            + " and compartments can change.");
  }
}
