/**
 * The exercise: a fictional country and three years of a mission in it, made from a seed. Pure but
 * for the class that loads it; nothing in it is real.
 */
@NullMarked
package org.vigie.server.exercise;

import org.jspecify.annotations.NullMarked;
