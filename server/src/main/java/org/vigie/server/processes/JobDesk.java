package org.vigie.server.processes;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.geodata.store.JobQueue;
import org.vigie.geodata.store.JobQueue.End;
import org.vigie.geodata.store.JobQueue.Taken;

/**
 * Runs jobs, a few at a time, apart from the threads that answer requests. They are kept in the
 * database: what this process leaves undone, stopped or killed, is run again by the next one that
 * looks.
 */
public final class JobDesk implements AutoCloseable {

  /** What somebody may see now. */
  @FunctionalInterface
  public interface Owners {

    /** Empty when he may see nothing any more. */
    Optional<Access> find(Author owner);
  }

  private static final Logger LOG = LoggerFactory.getLogger(JobDesk.class);

  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  /** Half the processors stay for those who look at the map. */
  private static final int THREADS = Math.max(1, PROCESSORS / 2);

  private static final int AT_ONCE = Math.min(2, THREADS);
  private static final long STOP_SECONDS = 10;
  private static final long LOOK_SECONDS = 2;
  private static final long FORGET_SECONDS = 60;

  private final Processes processes;
  private final GuardedStore store;
  private final JobQueue queue;
  private final JobWork work;
  private final UUID runner = UUID.randomUUID();
  private final Map<UUID, Run> running = new ConcurrentHashMap<>();
  private final Semaphore arrived = new Semaphore(0);
  private final ForkJoinPool pool = new ForkJoinPool(THREADS, JobDesk::thread, null, false);
  private final ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE, JobDesk::daemon);
  private final ExecutorService ticker = Executors.newSingleThreadExecutor(JobDesk::daemon);
  private volatile boolean stopping;

  /**
   * @param exercise whether nothing of the mission is real; results say so
   */
  public JobDesk(LayerCatalog catalog, GuardedStore store, Owners owners, boolean exercise) {
    this.processes = new Processes(catalog, store, exercise);
    this.store = store;
    this.queue = store.jobQueue();
    this.work = new JobWork(processes, owners);
    for (int i = 0; i < AT_ONCE; i++) {
      workers.execute(this::takeTurns);
    }
    ticker.execute(this::look);
  }

  Processes processes() {
    return processes;
  }

  GuardedStore store() {
    return store;
  }

  /** Says that there is a job to be taken. */
  void wake() {
    arrived.release();
  }

  /** Stops a job at once when it runs here; elsewhere its runner notices within a second. */
  void stop(UUID job) {
    Optional.ofNullable(running.get(job)).ifPresent(Run::stop);
  }

  private void takeTurns() {
    while (!stopping) {
      try {
        Optional<Taken> taken = queue.take(runner);
        if (taken.isPresent()) {
          perform(taken.get());
        } else {
          arrived.tryAcquire(LOOK_SECONDS, TimeUnit.SECONDS);
        }
      } catch (InterruptedException asked) {
        return;
      } catch (RuntimeException trouble) {
        pauseAfter(trouble);
      }
    }
  }

  private void pauseAfter(RuntimeException trouble) {
    if (!stopping) {
      LOG.warn("jobs pause: {}", String.valueOf(trouble.getMessage()), trouble);
      try {
        TimeUnit.SECONDS.sleep(LOOK_SECONDS);
      } catch (InterruptedException asked) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void perform(Taken job) throws InterruptedException {
    Run run = Run.inBackground(job.access(), job.position(), at -> queue.begin(job.id(), at));
    running.put(job.id(), run);
    try {
      if (stopping) {
        run.stop();
      }
      // In the pool, so that the parallel parts of an analysis have no other threads than these.
      Optional<End> end = pool.submit(() -> work.attempt(job, run)).get();
      if (end.isPresent()) {
        queue.end(job.id(), runner, end.get(), JobWork.KEEP);
      } else {
        queue.giveBack(job.id(), runner, "waits to be run again");
      }
    } catch (ExecutionException ours) {
      throw new IllegalStateException(ours);
    } finally {
      running.remove(job.id());
    }
  }

  private void tellProgress() {
    running.forEach(
        (id, run) -> {
          if (!queue.goOn(id, runner, run.percent(), run.doing())) {
            run.stop();
          }
        });
  }

  private void tidy() {
    queue.forgetExpired();
    int lost = queue.endLost(JobWork.ATTEMPTS, JobWork.lost(), JobWork.KEEP);
    if (lost > 0) {
      LOG.warn("{} jobs were given up: the server stopped while they ran, again and again", lost);
    }
  }

  /** Once a second: what runs is alive, and now and then what is old goes. */
  private void look() {
    for (long second = 0; !stopping; second++) {
      try {
        if (second % FORGET_SECONDS == 0) {
          tidy();
        }
        tellProgress();
        TimeUnit.SECONDS.sleep(1);
      } catch (InterruptedException asked) {
        return;
      } catch (RuntimeException trouble) {
        pauseAfter(trouble);
      }
    }
  }

  /** Where the system heeds it, what somebody waits for comes first. */
  @SuppressWarnings("ThreadPriorityCheck")
  private static ForkJoinWorkerThread thread(ForkJoinPool pool) {
    ForkJoinWorkerThread thread = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
    thread.setName("job");
    thread.setPriority(Thread.MIN_PRIORITY);
    return thread;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "jobs");
    thread.setDaemon(true);
    return thread;
  }

  /** Stops what runs; it waits in the database to be run again. */
  @Override
  public void close() {
    stopping = true;
    running.values().forEach(Run::stop);
    ticker.shutdownNow();
    workers.shutdown();
    arrived.release(AT_ONCE);
    try {
      if (!workers.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("a job did not stop within {} s", STOP_SECONDS);
        workers.shutdownNow();
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    pool.shutdownNow();
  }
}
