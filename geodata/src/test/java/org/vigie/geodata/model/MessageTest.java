package org.vigie.geodata.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MessageTest {

  @Test
  void asTextItIsTheEnglishSentenceWithItsArgumentsInPlace() {
    assertThat(Message.of("{layer} has {count} rows, {layer} has", "gate", 3))
        .hasToString("gate has 3 rows, gate has");
    assertThat(Message.of("from {least} m", Figure.whole(12345.4))).hasToString("from 12,345 m");
    assertThat(Message.of("it is {what}", (Object) null)).hasToString("it is null");
  }

  @Test
  void withoutArgumentsItIsTakenAsItIs() {
    assertThat(Message.of("Send {\"op\": {name}} 100 % \\ $1"))
        .hasToString("Send {\"op\": {name}} 100 % \\ $1");
  }

  @Test
  void whatAnArgumentHoldsIsNotLookedInto() {
    for (String hostile : List.of("{b}", "$1", "\\", "%s", "<b>")) {
      assertThat(Message.of("{a} and {b}", hostile, "x")).hasToString(hostile + " and x");
    }
  }

  @Test
  void anotherSentenceTakesTheArgumentsByName() {
    Message message = Message.of("{who} sees {what}", "a", "b");
    assertThat(message.fill("{what} – {who} {unknown}", String::valueOf))
        .isEqualTo("b – a {unknown}");
  }
}
