package org.vigie.server.doctor;

import java.util.List;
import java.util.Optional;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.server.config.DataSettings;

/** The layer files that come with Vigie and the mission's own. */
final class LayerFilesCheck implements Doctor.Check {

  private static final String SUBJECT = "Layer files";

  @Override
  public List<Finding> look(DataSettings data) {
    try {
      LayerCatalog layers = LayerFiles.read(Optional.of(data.layers()));
      return List.of(
          Finding.ok(
              SUBJECT,
              layers.list().size() + " layers; the mission's own files go to " + data.layers()));
    } catch (BadInputException wrong) {
      return wrong.faults().stream().map(LayerFilesCheck::describe).toList();
    }
  }

  private static Finding describe(Fault fault) {
    String line = fault.line() > 0 ? ":" + fault.line() : "";
    String field = fault.field() == null ? "" : fault.field() + ": ";
    return Finding.wrong(SUBJECT, fault.file() + line + ": " + field + fault.what(), fault.fix());
  }
}
