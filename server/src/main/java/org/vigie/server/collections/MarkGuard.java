package org.vigie.server.collections;

import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.Marking;
import org.vigie.geodata.model.Message;
import org.vigie.server.http.ProblemException;

/** What an ordinary edit may do to marks: raise them, as far as the editor himself may see. */
final class MarkGuard {

  private MarkGuard() {}

  /**
   * @throws ProblemException 403 when the edit would lower a mark, or take the feature out of the
   *     editor's own sight
   */
  static Feature edited(Access access, Feature current, Feature next) {
    if (!Marking.of(next).covers(Marking.of(current))) {
      throw ProblemException.of(
          403,
          "Forbidden",
          Message.of(
              "An edit cannot lower the marks. Ask for it with a reason, POST"
                  + " /api/marks/{layer}/{current}, and have a second person approve it.",
              current.layer(),
              current.id()));
    }
    return visible(access, next);
  }

  static Feature visible(Access access, Feature feature) {
    if (!access.clears(feature.classification(), feature.compartments())) {
      throw ProblemException.of(
          403,
          "Forbidden",
          "You could not see it yourself under these marks. Somebody with that clearance and those"
              + " compartments must store it.");
    }
    return feature;
  }
}
