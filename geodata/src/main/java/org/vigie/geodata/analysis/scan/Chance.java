package org.vigie.geodata.analysis.scan;

import java.util.SplittableRandom;

/** How events would lie if nothing but chance brought them together. */
interface Chance {

  /** One arrangement of as many events as were observed. Safe for use by several threads. */
  Cases draw(SplittableRandom random);
}
