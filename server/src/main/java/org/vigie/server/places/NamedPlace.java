package org.vigie.server.places;

import java.util.List;
import org.vigie.geodata.geo.Spot;

/**
 * A feature of a reference layer that a name may mean.
 *
 * @param kind what it is, for example {@code Village}
 * @param within the areas around it, smallest first, to tell places of one name apart
 * @param score how well the name fits, 0 to 1 and a little for size and nearness
 */
record NamedPlace(
    String layer,
    String id,
    String name,
    String kind,
    List<String> within,
    Spot spot,
    double score) {}
