package org.vigie.geodata.duplicate;

/**
 * What is compared, and what it weighs. Place and time lead because one event has one of each and a
 * mission judges both; what a source words freely weighs less. The reasons stand in decision 100.
 */
public enum Aspect {
  PLACE(0.25),
  TIME(0.22),
  TEXT(0.16),
  TYPE(0.15),
  ACTORS(0.12),
  CASUALTIES(0.07),
  PLACE_NAME(0.03);

  private final double weight;

  Aspect(double weight) {
    this.weight = weight;
  }

  public double weight() {
    return weight;
  }
}
