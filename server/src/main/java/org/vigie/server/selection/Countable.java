package org.vigie.server.selection;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.Property;
import org.vigie.geodata.layer.PropertyType;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/** Properties that figures can be broken down by: those whose values come again. */
public final class Countable {

  private static final Set<PropertyType> TYPES =
      Set.of(
          PropertyType.CODE,
          PropertyType.CODES,
          PropertyType.TEXT,
          PropertyType.BOOLEAN,
          PropertyType.INTEGER);

  private Countable() {}

  /**
   * @param field where the name was given, for the fault
   * @return the name
   */
  public static String check(String field, String name, Layer layer) throws BadInputException {
    return check(field, name, layer, List.of());
  }

  /**
   * @param besides other words that would do
   */
  public static String check(String field, String name, Layer layer, List<String> besides)
      throws BadInputException {
    Optional<Property> property = layer.findProperty(name);
    if (property.isPresent() && TYPES.contains(property.get().type())) {
      return name;
    }
    String others = besides.isEmpty() ? "" : String.join(", ", besides) + ", ";
    throw new BadInputException(
        Fault.of(
            field,
            Message.of("{layer} cannot be grouped by '{name}'", layer.name(), name),
            Message.of(
                "Use one of {others}{choices}",
                others,
                layer.properties().stream()
                    .filter(p -> TYPES.contains(p.type()))
                    .map(Property::name)
                    .collect(Collectors.joining(", ")))));
  }
}
