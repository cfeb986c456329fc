package org.vigie.server.basemap;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.store.Basemap;
import org.vigie.server.selection.Members;

/** What is to be otherwise about a basemap; what is absent stays. */
record BasemapChange(
    Optional<String> title,
    Optional<String> attribution,
    Optional<Integer> order,
    Optional<Boolean> shown) {

  private static final int FAR = 10_000;

  static BasemapChange read(JsonNode body) throws BadInputException {
    Members members = Members.of(body, "").allow(Set.of("title", "attribution", "order", "shown"));
    Optional<String> title = members.findText("title");
    if (title.isPresent() && BasemapWish.title(title.get()).isEmpty()) {
      throw members.wrong(
          "title", Message.of("is empty"), Message.of("Give a title, or leave it out to keep it"));
    }
    Optional<String> attribution = members.findText("attribution");
    return new BasemapChange(
        title.isPresent() ? Optional.of(BasemapWish.title(title.get())) : Optional.empty(),
        attribution.isPresent()
            ? Optional.of(BasemapWish.attribution(attribution.get()))
            : Optional.empty(),
        members.find("order").isPresent()
            ? Optional.of(members.integer("order", -FAR, FAR))
            : Optional.empty(),
        members.find("shown").isPresent() ? Optional.of(members.flag("shown")) : Optional.empty());
  }

  Basemap of(Basemap now) {
    return new Basemap(
        now.id(),
        title.orElse(now.title()),
        attribution.orElse(now.attribution()),
        now.classification(),
        order.orElse(now.order()),
        shown.orElse(now.shown()),
        now.state(),
        now.progress(),
        now.problem(),
        now.file(),
        now.ground(),
        now.bytes(),
        now.sha256(),
        now.author(),
        now.addedAt());
  }
}
