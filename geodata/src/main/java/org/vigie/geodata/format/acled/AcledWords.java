package org.vigie.geodata.format.acled;

import java.util.Locale;
import java.util.Optional;

/** The dataset's words as codes of the incident layer. */
final class AcledWords {

  private AcledWords() {}

  /** "Explosions/Remote violence" becomes EXPLOSIONS_REMOTE_VIOLENCE, and so on. */
  static String type(String eventType) {
    return code(eventType);
  }

  static String subtype(String subEventType) {
    String code = code(subEventType);
    return code.equals("SHELLING_ARTILLERY_MISSILE_ATTACK") ? "SHELLING_ARTILLERY_MISSILE" : code;
  }

  /**
   * The class of a disorder type; of two joined by a semicolon the first, which the dataset puts
   * political violence.
   */
  static Optional<String> disorderClass(String disorderType) {
    String first = disorderType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return switch (first) {
      case "political violence" -> Optional.of("POLITICAL_VIOLENCE");
      case "demonstrations" -> Optional.of("DEMONSTRATION");
      case "strategic developments" -> Optional.of("STRATEGIC");
      default -> Optional.empty();
    };
  }

  private static String code(String words) {
    return words
        .strip()
        .toUpperCase(Locale.ROOT)
        .replaceAll("[^A-Z0-9]+", "_")
        .replaceAll("^_+|_+$", "");
  }
}
