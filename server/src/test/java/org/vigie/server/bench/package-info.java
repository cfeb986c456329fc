/**
 * Tiles and pages over HTTP, side by side with what others make of the same events. Not tests:
 * {@code docs/benchmarks.md} says how they are run.
 */
@NullMarked
package org.vigie.server.bench;

import org.jspecify.annotations.NullMarked;
