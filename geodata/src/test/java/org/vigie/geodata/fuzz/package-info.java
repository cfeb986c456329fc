/** Every parser of the module under mutated input: by our own mutators, and by Jazzer. */
@NullMarked
package org.vigie.geodata.fuzz;

import org.jspecify.annotations.NullMarked;
