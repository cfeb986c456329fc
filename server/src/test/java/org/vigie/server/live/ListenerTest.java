package org.vigie.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.vigie.server.http.Caller;
import org.vigie.server.http.Credential;

/** One stream and a reader who takes what he likes. */
class ListenerTest {

  /** A connection of which one says how much it takes. */
  private static final class Line extends ServletOutputStream {
    private final StringBuilder taken = new StringBuilder();
    private int room;

    Line(int room) {
      this.room = room;
    }

    @Override
    public boolean isReady() {
      return room > 0;
    }

    @Override
    public void setWriteListener(WriteListener listener) {}

    @Override
    public void write(byte[] bytes) {
      assertThat(room).as("written without asking").isPositive();
      room--;
      taken.append(new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public void write(int one) {
      throw new UnsupportedOperationException();
    }
  }

  private final AtomicInteger hungUp = new AtomicInteger();
  private final Listener listener =
      new Listener(
          new Credential("test", "", Caller.operator("amina")), 2, hungUp::incrementAndGet);

  private void say(String text) {
    listener.say(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whatIsSaidIsWrittenInOrderHoweverMuch() {
    Line line = new Line(1_000);
    say("a");
    listener.open(line);
    listener.onWritePossible();
    for (int i = 0; i < 100; i++) {
      say("b");
    }
    assertThat(line.taken.toString()).isEqualTo("a" + "b".repeat(100));
    assertThat(hungUp).hasValue(0);
  }

  @Test
  void aReaderForWhomMoreThanTheLimitWaitsIsHungUpOnAndNothingIsKeptForHim() {
    Line line = new Line(1);
    listener.open(line);
    listener.onWritePossible();
    say("taken");
    say("waits");
    say("waits too");
    assertThat(hungUp).hasValue(0);
    assertThat(listener.over()).isNotDone();
    say("too much");
    assertThat(hungUp).hasValue(1);
    assertThat(listener.over()).isDone();
    line.room = 10;
    listener.onWritePossible();
    say("later");
    assertThat(line.taken.toString()).isEqualTo("taken");
  }

  @Test
  void whoMayNotListenAnyMoreIsNotToldWhatWaits() {
    Line line = new Line(0);
    listener.open(line);
    listener.onWritePossible();
    say("not for him any more");
    listener.expel("end".getBytes(StandardCharsets.UTF_8));
    line.room = 10;
    listener.onWritePossible();
    assertThat(line.taken.toString()).isEqualTo("end");
    assertThat(listener.over()).isDone();
  }

  @Test
  void aSignOfLifeIsGivenOnlyWhenNothingElseIsOnItsWay() {
    Line line = new Line(0);
    listener.open(line);
    listener.onWritePossible();
    say("event");
    for (int i = 0; i < 100; i++) {
      listener.beat();
    }
    line.room = 10;
    listener.onWritePossible();
    listener.beat();
    assertThat(line.taken.toString()).isEqualTo("event:\n\n");
    assertThat(hungUp).hasValue(0);
  }
}
