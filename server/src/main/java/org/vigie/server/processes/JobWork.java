package org.vigie.server.processes;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Marking;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.store.Job;
import org.vigie.geodata.store.JobQueue.End;
import org.vigie.geodata.store.JobQueue.Keep;
import org.vigie.geodata.store.JobQueue.Reading;
import org.vigie.geodata.store.JobQueue.Taken;
import org.vigie.geodata.store.StoreUnavailableException;
import org.vigie.server.http.Json;
import org.vigie.server.http.Language;
import org.vigie.server.http.Problem;
import org.vigie.server.http.ProblemException;

/** What becomes of a job that is taken: a result, or a problem that says why there is none. */
final class JobWork {

  /** For a week, and of one owner fifty jobs and a quarter of a gigabyte. */
  static final Keep KEEP = new Keep(Duration.ofDays(7), 50, 256L << 20);

  /** A job that ends its server must not end the next one for ever. */
  static final int ATTEMPTS = 3;

  private static final int MOST_BYTES = 64 << 20;
  private static final Logger LOG = LoggerFactory.getLogger(JobWork.class);
  private static final Reading NOTHING =
      new Reading(new Marking(Classification.UNCLASSIFIED, Set.of()), Set.of(), 0);

  private final Processes processes;
  private final JobDesk.Owners owners;

  JobWork(Processes processes, JobDesk.Owners owners) {
    this.processes = processes;
    this.owners = owners;
  }

  /** How a job ends; empty when it was stopped, and is to be run again unless it was dismissed. */
  Optional<End> attempt(Taken job, Run run) {
    try {
      return Optional.of(succeed(job, run));
    } catch (CancellationException stopped) {
      return Optional.empty();
    } catch (StoreUnavailableException away) {
      LOG.warn("job {} is put back: {}", job.id(), String.valueOf(away.getMessage()));
      return Optional.empty();
    } catch (BadInputException bad) {
      return Optional.of(failed(Problem.badInput(bad.faults()), run.reading()));
    } catch (ProblemException refused) {
      return Optional.of(failed(refused.problem(), run.reading()));
    } catch (OutOfMemoryError tooLarge) {
      LOG.error("job {} needs more memory than there is", job.id(), tooLarge);
      return Optional.of(
          failed(
              Problem.of(
                  507,
                  "Insufficient Storage",
                  "It needs more memory than the server has. Select less."),
              run.reading()));
    } catch (RuntimeException | StackOverflowError ours) {
      LOG.error("job {} failed", job.id(), ours);
      return Optional.of(failed(fault(job.id()), run.reading()));
    }
  }

  private End succeed(Taken job, Run run) throws BadInputException {
    requireRights(job);
    Execution execution = Execution.of(processes.get(job.process()), job.access(), read(job));
    byte[] outputs = Json.bytes(execution.run(run).outputs());
    if (outputs.length > MOST_BYTES) {
      throw ProblemException.of(
          413,
          "Content Too Large",
          Message.of(
              "The result has {length} bytes, more than a job may keep. Ask for larger cells or a"
                  + " smaller area.",
              outputs.length));
    }
    return new End(Job.State.SUCCESSFUL, "done", outputs, run.reading());
  }

  /** With all that its owner might see when he asked, or not at all. */
  private void requireRights(Taken job) {
    if (owners.find(job.access().author()).filter(now -> now.sees(job.access())).isEmpty()) {
      throw ProblemException.of(
          403, "Forbidden", "What you may see has changed since you asked for it. Ask again.");
    }
  }

  private static JsonNode read(Taken job) throws BadInputException {
    return Json.read(job.request().getBytes(StandardCharsets.UTF_8));
  }

  /** How a job ends that was lost with its server too often. */
  static End lost() {
    return failed(
        Problem.of(
            500,
            "Internal Server Error",
            Message.of(
                "The server stopped {attempts} times while it ran. Select less, or tell whoever"
                    + " runs the server.",
                ATTEMPTS)),
        NOTHING);
  }

  private static Problem fault(UUID id) {
    return Problem.of(
        500,
        "Internal Server Error",
        Message.of(
            "A fault of the server, not of the request. The log tells more under job {id}.", id));
  }

  private static End failed(Problem problem, Reading reading) {
    return new End(
        Job.State.FAILED,
        problem.detail().toString(),
        Json.bytes(problem.in(Language.EN)),
        reading);
  }
}
