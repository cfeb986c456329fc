package org.vigie.geodata.format.table;

import de.siegmar.fastcsv.writer.QuoteStrategy;

/**
 * Quotes every cell that holds what any spreadsheet might take for a delimiter, not only ours: a
 * cell cut in two by a French spreadsheet could begin with a formula in its second half.
 */
public final class QuoteText implements QuoteStrategy {

  public static final QuoteText INSTANCE = new QuoteText();

  private QuoteText() {}

  @Override
  public boolean quoteValue(int lineNo, int fieldIdx, String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == ',' || c == ';' || c == '\t' || c == '|' || c == ' ' || c == '\'') {
        return true;
      }
    }
    return false;
  }
}
