package org.vigie.server.basemap;

import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/**
 * What somebody says about a basemap.
 *
 * @param title may be empty when it is added: then the file's own is taken
 * @param attribution whose it is, as its licence wants it said; never empty
 * @param fileName for messages
 */
public record BasemapWish(
    String title, String attribution, Classification classification, String fileName) {

  static final int LONGEST_TITLE = 200;
  static final int LONGEST_ATTRIBUTION = 500;

  /**
   * @throws BadInputException when there is no attribution, or a text is too long
   */
  public static BasemapWish of(
      String title, String attribution, Classification classification, String fileName)
      throws BadInputException {
    return new BasemapWish(
        title(title),
        attribution(attribution),
        classification,
        shortened(
            plain(
                fileName.substring(
                    Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1))));
  }

  static String title(String text) throws BadInputException {
    return limited("title", text, LONGEST_TITLE);
  }

  static String attribution(String text) throws BadInputException {
    String plain = limited("attribution", text, LONGEST_ATTRIBUTION);
    if (plain.isEmpty()) {
      throw new BadInputException(
          Fault.of(
              "attribution",
              "is missing",
              "Say whose data it is, as their licence asks: © OpenStreetMap contributors"));
    }
    return plain;
  }

  /** The title, else what the file calls itself, else the name of the file. */
  String titleOr(String own) {
    String named = title.isEmpty() ? shortened(plain(own)) : title;
    String file = fileName.replaceFirst("\\.[A-Za-z0-9]{1,8}$", "");
    return !named.isEmpty() ? named : file.isEmpty() ? "Basemap" : file;
  }

  private static String limited(String name, String text, int most) throws BadInputException {
    String plain = plain(text);
    if (plain.length() > most) {
      throw new BadInputException(
          Fault.of(
              name,
              Message.of("has {count} characters", plain.length()),
              Message.of("Give at most {most} characters", most)));
    }
    return plain;
  }

  private static String shortened(String text) {
    return text.length() > LONGEST_TITLE ? text.substring(0, LONGEST_TITLE) : text;
  }

  private static String plain(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}]", " ").strip();
  }
}
