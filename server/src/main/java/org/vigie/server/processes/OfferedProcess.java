package org.vigie.server.processes;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.store.Job;
import org.vigie.server.selection.Members;

/** Something that can be described and run. */
interface OfferedProcess {

  String id();

  String title();

  String description();

  String version();

  /** The inputs as a caller may fill them. */
  List<ProcessInput> inputs(Access access);

  /** Title and schema of each output by name, as the description shows them. */
  Map<String, Object> outputs();

  /** Media type of an output when it is answered alone. */
  String mediaType(String output);

  /**
   * Says what is wrong with the values of inputs as far as that shows before it runs.
   *
   * @param inputs whose names were checked
   */
  void check(Access access, Members inputs) throws BadInputException;

  /** Runs, with inputs that were checked. */
  Executed execute(Run run, Members inputs) throws BadInputException;

  /**
   * Whether somebody still sees each feature that a job read; of one that was marked higher since,
   * or withdrawn from him, a result must tell him no more than the map does.
   *
   * @param inputs of the job
   */
  default boolean isStillSeen(Access access, Members inputs, Job job) throws BadInputException {
    return true;
  }

  default Set<String> inputNames(Access access) {
    return inputs(access).stream().map(ProcessInput::name).collect(Collectors.toSet());
  }
}
