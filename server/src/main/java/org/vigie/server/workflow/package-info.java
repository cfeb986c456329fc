/**
 * How reports become what the mission holds to be true: links between features, the steps of the
 * workflow with its two-person rule, the grade that reports give, and the inbox of what waits.
 */
@NullMarked
package org.vigie.server.workflow;

import org.jspecify.annotations.NullMarked;
