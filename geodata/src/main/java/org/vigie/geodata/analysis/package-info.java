/**
 * Pure functions from events to features and tables; no store, no HTTP, no clock, no unseeded
 * randomness.
 */
@NullMarked
package org.vigie.geodata.analysis;

import org.jspecify.annotations.NullMarked;
