package org.vigie.server.bench;

import java.util.List;

/**
 * One line of a table.
 *
 * @param limit features of a page; 0 for tiles
 */
record Cell(String what, List<Question> questions, int limit) {

  static Cell ofTiles(String what, List<Question> questions) {
    return new Cell(what, questions, 0);
  }
}
