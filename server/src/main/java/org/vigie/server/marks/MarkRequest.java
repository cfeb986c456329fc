package org.vigie.server.marks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Marking;
import org.vigie.geodata.model.Message;
import org.vigie.server.selection.Members;

/**
 * What a body asks for: {@code {classification, compartments, reason}}; an absent member leaves
 * that mark as it is.
 */
record MarkRequest(
    Optional<Classification> classification, Optional<Set<String>> compartments, String reason) {

  static final Set<String> MEMBERS = Set.of("classification", "compartments", "reason");

  private static final int LONGEST_REASON = 2_000;

  static MarkRequest read(JsonNode node) throws BadInputException {
    Members body = Members.of(node, "").allow(MEMBERS);
    String reason = body.getText("reason").strip();
    if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
      throw body.wrong(
          "reason",
          Message.of("has {count} characters", reason.length()),
          Message.of("Say why in 1 to {longestReason}", LONGEST_REASON));
    }
    Optional<Classification> classification = Optional.empty();
    Optional<String> word = body.findText("classification");
    if (word.isPresent()) {
      classification =
          Arrays.stream(Classification.values()).filter(c -> c.name().equals(word.get())).findAny();
      if (classification.isEmpty()) {
        throw body.wrong(
            "classification",
            Message.of("'{word}' is unknown", word.get()),
            Message.of("Use one of {values}", Arrays.toString(Classification.values())));
      }
    }
    return new MarkRequest(classification, compartments(body), reason);
  }

  Marking over(Marking now) {
    return new Marking(
        classification.orElse(now.classification()), compartments.orElse(now.compartments()));
  }

  private static Optional<Set<String>> compartments(Members body) throws BadInputException {
    Optional<JsonNode> given = body.find("compartments");
    if (given.isEmpty()) {
      return Optional.empty();
    }
    Set<String> codes = new TreeSet<>();
    for (JsonNode code : given.get()) {
      codes.add(code.asText());
    }
    if (!given.get().isArray()) {
      throw body.wrong(
          "compartments",
          Message.of("is not an array"),
          Message.of("Send [\"POC\"], or [] for none"));
    }
    return Optional.of(codes);
  }
}
