package org.vigie.server.saved;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/**
 * The fragment of an address of the page: {@code #v1/zoom/lat/lng/key=value&key=value}. What the
 * keys mean, the page knows; here only the form is checked, so that nothing can be kept that is no
 * address of ours.
 */
final class SavedViewAddress {

  static final int LONGEST = 8_000;

  private static final String NUMBER = "(-?\\d{1,4}(?:\\.\\d{1,8})?)?";
  private static final String ESCAPE = "%[0-9A-Fa-f]{2}";
  private static final String NAME = "(?:[A-Za-z0-9_~!*'()-]|" + ESCAPE + ")++";
  private static final String VALUE = "(?:[A-Za-z0-9._~:,;/@!$'()*+=-]|" + ESCAPE + ")*+";
  private static final String PART = NAME + "(?:\\." + NAME + ")*+=" + VALUE;
  private static final Pattern FORM =
      Pattern.compile(
          "#v1/" + NUMBER + "/" + NUMBER + "/" + NUMBER + "/(|" + PART + "(?:&" + PART + ")*+)");
  private static final Pattern SEARCH = Pattern.compile("(?:^|&)q=");

  private SavedViewAddress() {}

  /**
   * @param shared whether others will be offered it: they get no text that somebody searched for,
   *     because that is where names of people stand
   * @throws BadInputException when it is no address of the page, too long, or not to be shared
   */
  static String read(String text, boolean shared) throws BadInputException {
    if (text.length() > LONGEST) {
      throw wrong(
          Message.of("has {count} characters", text.length()),
          Message.of("Keep it below {longest}: fewer corners", LONGEST));
    }
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw wrong(
          Message.of("is no address of the map"),
          Message.of("Send what follows the page's address, from #v1/ to its end"));
    }
    if (parts.group(2) != null && Math.abs(Double.parseDouble(parts.group(2))) > 90) {
      throw wrong(
          Message.of("lies at latitude {latitude}", parts.group(2)),
          Message.of("Latitudes go from -90 to 90"));
    }
    if (shared && SEARCH.matcher(parts.group(4)).find()) {
      throw wrong(
          Message.of("holds searched text (q=), which may be a person's name and is not shared"),
          Message.of("Clear the search, or keep the view for yourself"));
    }
    return text;
  }

  private static BadInputException wrong(Message what, Message fix) {
    return new BadInputException(Fault.of("address", what, fix));
  }
}
