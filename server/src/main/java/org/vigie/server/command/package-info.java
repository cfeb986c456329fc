/**
 * One small class for each command of {@code vigie}; says what was asked for and prints the answer.
 */
@NullMarked
package org.vigie.server.command;

import org.jspecify.annotations.NullMarked;
