/** Checks of what the jar of the map serves. */
package org.vigie.web;
