package org.vigie.server.saved;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.store.SavedView;

/** How a saved view looks on the wire. */
final class SavedViewDocument {

  private SavedViewDocument() {}

  /**
   * @param access of whoever is told
   */
  static Map<String, Object> of(SavedView view, Access access) {
    SavedView.Content content = view.content();
    boolean mine = view.owner().equals(access.author().name());
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("id", view.id());
    document.put("name", content.name());
    document.put("note", content.note());
    document.put("address", content.address());
    document.put("shared", content.shared());
    document.put("start", mine && content.starts());
    document.put("mine", mine);
    document.put("owner", view.owner());
    document.put("classification", content.classification().name());
    document.put("compartments", new TreeSet<>(content.compartments()));
    document.put("createdAt", view.created());
    document.put("changedAt", view.changed());
    return document;
  }
}
