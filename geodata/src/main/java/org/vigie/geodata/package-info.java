/** Geodata: what a mission knows, where and when; no HTTP, no command line, no global state. */
@NullMarked
package org.vigie.geodata;

import org.jspecify.annotations.NullMarked;
