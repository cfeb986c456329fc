package org.vigie.server.selection;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.layer.Property;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/**
 * An address of the page that others are going to open. Its conditions name no protected property:
 * the value that somebody asked for would stand beside the name, for people who may not know it.
 */
public final class OfferedAddress {

  private OfferedAddress() {}

  /**
   * Looks for the properties that the caller knows of; another name tells nothing to him either.
   *
   * @param member of the request, for faults
   * @throws BadInputException when a condition names a protected property; does not say which value
   */
  public static void check(String address, String member, LayerCatalog catalog, Access access)
      throws BadInputException {
    String text = decoded(address);
    for (Layer layer : catalog.readableFor(access).list()) {
      Optional<String> named =
          layer.visibleTo(access).properties().stream()
              .filter(property -> property.protection().isPresent())
              .map(Property::name)
              .filter(
                  name -> Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(text).find())
              .findFirst();
      if (named.isPresent()) {
        throw new BadInputException(
            Fault.of(
                member,
                Message.of("has a condition on {named}, which others may not know", named.get()),
                "Take the condition away, or keep it in a saved view of your own"));
      }
    }
  }

  private static String decoded(String address) {
    try {
      return URLDecoder.decode(address, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      return address;
    }
  }
}
