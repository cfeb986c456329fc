package org.vigie.server.accounts;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.vigie.server.http.Problem;
import org.vigie.server.http.ProblemException;

/**
 * Argon2id. A hash carries its parameters, so that they may rise; at most a few are computed at
 * once, because each takes its memory, and a storm of sign-ins must not take all there is.
 */
public final class PasswordHashing {

  /**
   * What one hash costs; the first of the sets that OWASP names is 19 MiB, 2 passes, 1 lane.
   *
   * @param memoryKib memory, KiB
   */
  public record Cost(int memoryKib, int passes, int lanes) {
    public static final Cost USUAL = new Cost(19 * 1024, 2, 1);
  }

  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final int VERSION = 0x13;
  private static final int AT_ONCE = 4;
  private static final int PATIENCE_S = 5;

  private final Cost cost;
  private final Argon2Function function;
  private final Semaphore free;
  private final AtomicLong computed = new AtomicLong();
  private final String nobody;

  public PasswordHashing(Cost cost) {
    this(cost, AT_ONCE);
  }

  PasswordHashing(Cost cost, int atOnce) {
    this.cost = cost;
    this.free = new Semaphore(atOnce, true);
    this.function =
        Argon2Function.getInstance(
            cost.memoryKib(), cost.passes(), cost.lanes(), HASH_BYTES, Argon2.ID, VERSION);
    this.nobody = hash(RandomKey.create());
  }

  /** The hash with a new salt and its parameters, in PHC format. */
  public String hash(String password) {
    return computing(
        () -> Password.hash(password).addRandomSalt(SALT_BYTES).with(function).getResult());
  }

  /** Whether the password is the one; compares in constant time. */
  boolean matches(String password, String hash) {
    return computing(
        () -> Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash)));
  }

  /** Does for a name that nobody has the work that a real one takes; always false. */
  boolean matchesNobody(String password) {
    matches(password, nobody);
    return false;
  }

  /** Whether the hash was made for less than the present cost. */
  boolean isCheap(String hash) {
    Argon2Function made = Argon2Function.getInstanceFromHash(hash);
    return made.getMemory() < cost.memoryKib()
        || made.getIterations() < cost.passes()
        || made.getParallelism() < cost.lanes();
  }

  /** How many hashes were computed so far. */
  long computed() {
    return computed.get();
  }

  private <T> T computing(java.util.function.Supplier<T> work) {
    try {
      if (!free.tryAcquire(PATIENCE_S, TimeUnit.SECONDS)) {
        throw tooMany();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw tooMany();
    }
    try {
      computed.incrementAndGet();
      return work.get();
    } finally {
      free.release();
    }
  }

  private static ProblemException tooMany() {
    return new ProblemException(
            Problem.of(
                503,
                "Service Unavailable",
                "Too many people sign in at this moment. Try again in a few seconds."))
        .retryAfter(PATIENCE_S);
  }
}
