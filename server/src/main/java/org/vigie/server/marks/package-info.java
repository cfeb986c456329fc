/**
 * Changes how features are marked: one person raises a classification or adds a compartment at
 * once, two lower it. Everything goes through the store, which refuses what this would forget.
 */
@org.jspecify.annotations.NullMarked
package org.vigie.server.marks;
