/** GeoJSON (RFC 7946) and newline-delimited GeoJSON. */
@NullMarked
package org.vigie.geodata.format.geojson;

import org.jspecify.annotations.NullMarked;
