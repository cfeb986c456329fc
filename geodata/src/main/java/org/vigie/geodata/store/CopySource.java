package org.vigie.geodata.store;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureRef;
import org.vigie.geodata.model.Marking;

/**
 * What a copy of the features in memory is made from and kept true by. It shows everything, so it
 * is for the process itself, and whoever answers from the copy must apply the caller's rights.
 *
 * <p>A copy that is read in parts, one after the other or at once, while others write, is one state
 * once {@link #follow} from a position before the first part was applied to it: a feature's current
 * version replaces whatever the copy has of it.
 */
public interface CopySource {

  /** The last write of all. */
  LogPosition head();

  /**
   * The current features of a layer that fall into one of several parts of about equal size, in no
   * order. Without protected properties, long texts, tables and the source record, which a copy has
   * no use for.
   *
   * @param part from 0
   */
  void forEach(Layer layer, int part, int parts, Consumer<Feature> consumer);

  /** Whose position is where. */
  List<Touch> touched();

  /**
   * What was written after a position, from one snapshot of the database.
   *
   * @param changed gets each feature that was written, once, in its current version; empty when it
   *     is deleted
   */
  Followed follow(long afterSequence, BiConsumer<FeatureRef, Optional<Feature>> changed);

  /**
   * @param head the last write that was read
   * @param touched whose position moved, and to where
   */
  record Followed(LogPosition head, List<Touch> touched) {
    public Followed {
      touched = List.copyOf(touched);
    }
  }

  /**
   * The last write that touched something of these marks in this box.
   *
   * @param box a box of whole degrees; empty for what has no place
   */
  record Touch(String layer, Marking marks, Optional<Geometry> box, LogPosition position) {}
}
