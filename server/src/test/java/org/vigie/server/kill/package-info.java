/** The real process, killed at random moments: what was acknowledged is there, whole. */
package org.vigie.server.kill;
