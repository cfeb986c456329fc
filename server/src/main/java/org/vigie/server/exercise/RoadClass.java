package org.vigie.server.exercise;

/** Importance of a road, the first the most; speed in km/h of a patrol on it in the dry season. */
enum RoadClass {
  PRIMARY("N", "PAVED", 48),
  SECONDARY("R", "GRAVEL", 34),
  TRACK("T", "EARTH", 22);

  private final String letter;
  private final String surface;
  private final double kmPerHour;

  RoadClass(String letter, String surface, double kmPerHour) {
    this.letter = letter;
    this.surface = surface;
    this.kmPerHour = kmPerHour;
  }

  String letter() {
    return letter;
  }

  String surface() {
    return surface;
  }

  double kmPerHour() {
    return kmPerHour;
  }
}
