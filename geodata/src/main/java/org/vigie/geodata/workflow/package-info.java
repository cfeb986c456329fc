/**
 * How the mission comes to hold something true: the steps an incident may take and who may take
 * them, how long it was in each state, and what its reports are worth. Pure: no store, no clock.
 */
@NullMarked
package org.vigie.geodata.workflow;

import org.jspecify.annotations.NullMarked;
