package org.vigie.geodata.query;

import java.util.Optional;
import org.vigie.geodata.layer.Property;

/**
 * Something of a feature that filters and sort orders can name.
 *
 * @param declared the layer's property; empty for what every feature has
 */
public record Queryable(String name, String title, ValueType type, Optional<Property> declared) {}
