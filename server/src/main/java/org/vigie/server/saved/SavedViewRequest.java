package org.vigie.server.saved;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.store.SavedView;
import org.vigie.server.http.Json;
import org.vigie.server.selection.Members;

/**
 * What a body says of a view: {@code {name, note, address, shared, start, position, classification,
 * compartments}}. Of a change, what is absent stays.
 *
 * @param place where it is to stand among one's own, from 0; empty to leave it
 */
record SavedViewRequest(SavedView.Content content, OptionalInt place) {

  private static final Set<String> MEMBERS =
      Set.of(
          "name",
          "note",
          "address",
          "shared",
          "start",
          "position",
          "classification",
          "compartments");
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_NOTE = 1_000;
  private static final int MOST_COMPARTMENTS = 50;

  /**
   * @param now what is to change; empty for a new view, which needs a name and an address
   */
  static SavedViewRequest read(byte[] bytes, Optional<SavedView.Content> now)
      throws BadInputException {
    Members body = Members.of(Json.read(bytes), "").allow(MEMBERS);
    boolean shared = body.find("shared").isPresent() ? body.flag("shared") : is(now, true);
    boolean starts = body.find("start").isPresent() ? body.flag("start") : is(now, false);
    String address =
        text(body, "address", now.map(SavedView.Content::address), SavedViewAddress.LONGEST);
    return new SavedViewRequest(
        new SavedView.Content(
            name(body, now.map(SavedView.Content::name)),
            text(
                body,
                "note",
                Optional.of(now.map(SavedView.Content::note).orElse("")),
                LONGEST_NOTE),
            SavedViewAddress.read(address, shared),
            shared,
            starts,
            classification(body, now),
            compartments(body, now)),
        body.find("position").isPresent()
            ? OptionalInt.of(body.integer("position", 0, SavedViewRoutes.MOST - 1))
            : OptionalInt.empty());
  }

  private static boolean is(Optional<SavedView.Content> now, boolean shared) {
    return now.map(content -> shared ? content.shared() : content.starts()).orElse(false);
  }

  private static String name(Members body, Optional<String> now) throws BadInputException {
    String name = text(body, "name", now, LONGEST_NAME).strip();
    if (name.isEmpty()) {
      throw body.wrong(
          "name", Message.of("is empty"), Message.of("Say in a few words what it shows"));
    }
    return name;
  }

  private static String text(Members body, String member, Optional<String> now, int longest)
      throws BadInputException {
    Optional<String> given = body.findText(member);
    String text =
        given.isPresent() ? given.get() : now.isPresent() ? now.get() : body.getText(member);
    if (text.length() > longest || text.indexOf(0) >= 0) {
      throw body.wrong(
          member,
          text.indexOf(0) >= 0
              ? Message.of("has a NUL in it, which no text can hold")
              : Message.of("has {count} characters", text.length()),
          Message.of("Send at most {longest} characters", longest));
    }
    return text;
  }

  private static Classification classification(Members body, Optional<SavedView.Content> now)
      throws BadInputException {
    Optional<String> word = body.findText("classification");
    if (word.isEmpty()) {
      return now.map(SavedView.Content::classification).orElse(Classification.UNCLASSIFIED);
    }
    return Arrays.stream(Classification.values())
        .filter(each -> each.name().equals(word.get()))
        .findAny()
        .orElseThrow(
            () ->
                body.wrong(
                    "classification",
                    Message.of("'{word}' is unknown", word.get()),
                    Message.of("Use one of {values}", Arrays.toString(Classification.values()))));
  }

  private static Set<String> compartments(Members body, Optional<SavedView.Content> now)
      throws BadInputException {
    Optional<JsonNode> given = body.find("compartments");
    if (given.isEmpty()) {
      return now.map(SavedView.Content::compartments).orElse(Set.of());
    }
    Set<String> codes = new TreeSet<>();
    boolean texts = given.get().isArray() && given.get().size() <= MOST_COMPARTMENTS;
    for (JsonNode code : given.get()) {
      texts = texts && code.isTextual();
      codes.add(code.asText());
    }
    if (!texts) {
      throw body.wrong(
          "compartments",
          Message.of("is not an array of texts"),
          Message.of("Send [\"POC\"], or [] for none"));
    }
    return codes;
  }
}
