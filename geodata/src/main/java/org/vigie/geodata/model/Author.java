package org.vigie.geodata.model;

/** Who makes a change, as the change log names them. */
public record Author(String name) {

  public Author {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a change needs an author");
    }
  }
}
