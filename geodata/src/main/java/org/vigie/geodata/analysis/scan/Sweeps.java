package org.vigie.geodata.analysis.scan;

/** Makes a sweep over one arrangement of the events. */
@FunctionalInterface
interface Sweeps {
  Sweep over(Cases cases);
}
