package org.vigie.geodata.access;

import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.model.Classification;

/**
 * An {@link Access} without its author: two callers with equal views get the same answer to the
 * same question. Whatever is kept between requests is kept under the view it was made for.
 */
public record View(
    Classification clearance,
    Set<String> compartments,
    Set<String> readable,
    Set<String> writable,
    Set<Protection> protections,
    Optional<Geometry> area) {}
