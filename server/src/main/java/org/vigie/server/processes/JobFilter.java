package org.vigie.server.processes;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.model.TimeSpan;
import org.vigie.geodata.store.Job;
import org.vigie.server.http.Datetimes;
import org.vigie.server.http.Parameter;
import org.vigie.server.http.Parameters;
import org.vigie.server.http.Schema;

/** Which jobs a list shows (OGC 18-062r2, clause 11.2). */
final class JobFilter {

  private static final Parameter<List<String>> TYPE =
      words("type", "Only jobs of these types; there is none but process.");
  private static final Parameter<List<String>> PROCESSES =
      words("processID", "Only jobs of these processes, separated by commas.");
  private static final Parameter<List<String>> STATUS =
      Parameter.query(
          "status",
          "Only jobs with one of these, separated by commas: accepted, running, successful, failed,"
              + " dismissed.",
          Schema.array(Schema.words(states())),
          JobFilter::states);
  private static final Parameter<TimeSpan> CREATED =
      Parameter.query(
          "datetime",
          "Only jobs that were created in this time (RFC 3339, UTC).",
          Schema.string(),
          Datetimes::read);
  private static final Parameter<Integer> SHORTEST =
      seconds("minDuration", "Only jobs that ran or run for this many seconds or more.");
  private static final Parameter<Integer> LONGEST =
      seconds("maxDuration", "Only jobs that ran or run for this many seconds or fewer.");

  private final Context context;

  JobFilter(Context context) {
    this.context = context;
  }

  static Parameter<?>[] parameters() {
    return new Parameter<?>[] {TYPE, PROCESSES, STATUS, CREATED, SHORTEST, LONGEST};
  }

  List<Job> of(List<Job> jobs) throws BadInputException {
    boolean any = TYPE.find(context).map(types -> types.contains("process")).orElse(true);
    Optional<List<String>> processes = PROCESSES.find(context);
    Optional<List<String>> states = STATUS.find(context);
    Optional<TimeSpan> created = CREATED.find(context);
    Optional<Integer> shortest = SHORTEST.find(context);
    Optional<Integer> longest = LONGEST.find(context);
    return jobs.stream()
        .filter(job -> any)
        .filter(job -> processes.isEmpty() || processes.get().contains(job.process()))
        .filter(job -> states.isEmpty() || states.get().contains(job.state().word()))
        .filter(job -> created.isEmpty() || isIn(job.created(), created.get()))
        .filter(job -> shortest.isEmpty() || secondsOf(job) >= shortest.get())
        .filter(job -> longest.isEmpty() || secondsOf(job) <= longest.get())
        .toList();
  }

  /** Of one that has not begun it is nothing. */
  private static double secondsOf(Job job) {
    return job.started()
        .map(from -> Duration.between(from, job.finished().orElse(job.updated())))
        .map(ran -> ran.toMillis() / 1000.0)
        .orElse(0.0);
  }

  private static boolean isIn(Instant created, TimeSpan span) {
    @Nullable Instant start = span.start();
    @Nullable Instant end = span.end();
    return (start == null || !created.isBefore(start)) && (end == null || created.isBefore(end));
  }

  private static Parameter<List<String>> words(String name, String help) {
    return Parameter.query(
        name, help, Schema.array(Schema.string()), text -> List.of(text.split(",", -1)));
  }

  private static Parameter<Integer> seconds(String name, String help) {
    return Parameter.query(name, help, Schema.integer(), text -> Parameters.positive(name, text));
  }

  private static List<String> states() {
    return Arrays.stream(Job.State.values()).map(Job.State::word).toList();
  }

  private static List<String> states(String text) throws BadInputException {
    List<String> asked = List.of(text.split(",", -1));
    if (!states().containsAll(asked)) {
      throw new BadInputException(
          Fault.of(
              "status",
              Message.of("'{text}' is unknown", text),
              Message.of("Use some of {states}", states())));
    }
    return asked;
  }
}
