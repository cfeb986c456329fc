/**
 * What a mission knows of one thing: geometry, time, properties, provenance. Depends on nothing of
 * ours.
 */
@NullMarked
package org.vigie.geodata.model;

import org.jspecify.annotations.NullMarked;
