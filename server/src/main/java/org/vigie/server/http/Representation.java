package org.vigie.server.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Message;

/**
 * One form in which a resource is offered.
 *
 * @param word value of the query parameter {@code f}
 * @param mediaType as the answer names it
 */
public record Representation(String word, String mediaType) {

  public static final Representation JSON = new Representation("json", MediaTypes.JSON);
  public static final Representation GEOJSON = new Representation("json", MediaTypes.GEOJSON);
  public static final Representation HTML = new Representation("html", MediaTypes.HTML);

  /** The parameter {@code f} of an endpoint with these forms. */
  public static Parameter<String> parameter(List<Representation> offered) {
    return Parameter.word(
        "f",
        "Form of the answer; overrides the Accept header.",
        offered.stream().map(Representation::word).toList());
  }

  /**
   * The form to answer in: by {@code f}, else by Accept; the first offered wins a tie.
   *
   * @throws BadInputException when {@code f} is none of them
   * @throws ProblemException 406 when Accept takes none of them
   */
  public static Representation choose(Context context, List<Representation> offered)
      throws BadInputException {
    context.header("Vary", "Accept, " + SecurityHeaders.VARY);
    var word = parameter(offered).find(context);
    if (word.isPresent()) {
      return offered.stream().filter(r -> r.word().equals(word.get())).findFirst().orElseThrow();
    }
    String accept = context.header("Accept");
    if (accept == null || accept.isBlank()) {
      return offered.get(0);
    }
    Representation best = null;
    double bestQuality = 0;
    for (Representation representation : offered) {
      double quality = representation.quality(accept);
      if (quality > bestQuality) {
        best = representation;
        bestQuality = quality;
      }
    }
    if (best == null) {
      throw ProblemException.of(
          406,
          "Not Acceptable",
          Message.of(
              "Offered are {choices}.",
              String.join(", ", offered.stream().map(Representation::mediaType).toList())));
    }
    return best;
  }

  /** The weight that an Accept header gives this form; the most specific range decides. */
  double quality(String accept) {
    String own = essence(mediaType);
    double quality = 0;
    int specificity = 0;
    for (String range : accept.split(",")) {
      String essence = essence(range);
      int level = level(essence, own);
      if (level > specificity) {
        specificity = level;
        quality = weight(range);
      }
    }
    return quality;
  }

  private static int level(String range, String own) {
    if (range.equals(own)) {
      return 3;
    }
    // Clients that ask for plain JSON can read the more specific kinds of it.
    if (range.equals(MediaTypes.JSON) && own.endsWith("+json")) {
      return 3;
    }
    if (range.endsWith("/*") && own.startsWith(range.substring(0, range.length() - 1))) {
      return 2;
    }
    return range.equals("*/*") ? 1 : 0;
  }

  private static double weight(String range) {
    for (String parameter : range.split(";")) {
      String p = parameter.strip();
      if (p.startsWith("q=")) {
        try {
          return Math.max(0, Math.min(1, Double.parseDouble(p.substring(2))));
        } catch (NumberFormatException malformed) {
          return 0;
        }
      }
    }
    return 1;
  }

  private static String essence(String mediaType) {
    int semicolon = mediaType.indexOf(';');
    return (semicolon < 0 ? mediaType : mediaType.substring(0, semicolon))
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
