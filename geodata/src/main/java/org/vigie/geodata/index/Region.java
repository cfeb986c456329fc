package org.vigie.geodata.index;

import org.vigie.geodata.geo.Mercator;

/** A part of the earth; its border belongs to it. */
interface Region {

  int INSIDE = 1;
  int OUTSIDE = -1;
  int BORDER = 0;

  /** Whether all points of these cells of {@link Mercator}, ends included, are in it, or none. */
  int ofCells(int minX, int minY, int maxX, int maxY);

  /** Whether all points of one cell are in it, or none. */
  int ofCell(int x, int y);

  /** Whether a point near the border is in it. */
  boolean contains(double lon, double lat);
}
