package org.vigie.geodata.transfer;

import java.util.List;
import java.util.Optional;
import org.vigie.geodata.format.Column;
import org.vigie.geodata.format.Recognition;
import org.vigie.geodata.store.Batch;

/**
 * What an import did, or would do.
 *
 * @param rows records read
 * @param accepted of these, records that may be stored
 * @param statesLeft of these, records whose state was left to the workflow
 * @param counts what the accepted ones do to the layer
 * @param batch the committed load, for undo; empty after a preview, when nothing changed, and when
 *     nothing went in because all or nothing was asked for
 */
public record ImportOutcome(
    Recognition recognition,
    List<Column> columns,
    long rows,
    long accepted,
    long statesLeft,
    Batch.Counts counts,
    Optional<Batch> batch) {

  public long refused() {
    return rows - accepted;
  }
}
