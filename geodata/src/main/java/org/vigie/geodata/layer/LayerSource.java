package org.vigie.geodata.layer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.vigie.geodata.model.Fault;

/**
 * One layer file while it is read: its name, and every fault found so far, so that all of a file's
 * faults are told at once.
 *
 * @param file as shown to whoever has to mend it
 * @param fromMission whether the mission wrote it, rather than this distribution
 */
record LayerSource(String file, boolean fromMission, List<Fault> faults) {

  LayerSource(String file, boolean fromMission) {
    this(file, fromMission, new ArrayList<>());
  }

  void fault(long line, String field, String what, String fix) {
    Fault fault = Fault.of(field, what, fix).at(file, line);
    if (!faults.contains(fault)) {
      faults.add(fault);
    }
  }

  static String oneOf(Collection<String> words) {
    return "Use one of: " + String.join(", ", words);
  }
}
