package org.vigie.geodata.analysis;

import org.vigie.geodata.layer.GeometryKind;

/**
 * Features of another layer that an analysis looks at beside its events: the areas it counts in,
 * the patrols it measures.
 *
 * @param name of the input that names the layer
 * @param help what it is for, in a sentence
 * @param geometry what the layer's features must be
 * @param standard name of the layer when none is named, empty for none
 * @param required whether there is no result without one
 */
public record Companion(
    String name,
    String title,
    String help,
    GeometryKind geometry,
    String standard,
    boolean required) {}
