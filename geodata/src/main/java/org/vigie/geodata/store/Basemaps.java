package org.vigie.geodata.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vigie.geodata.model.Fault;

/**
 * What is known of the mission's basemaps, as one caller may see them: what is marked above his
 * clearance is absent. Their tiles lie in files, which whoever calls looks after.
 */
public interface Basemaps {

  /** From the bottom. */
  List<Basemap> list();

  Optional<Basemap> find(UUID id);

  /** Adds one on top of the others; ready when its ground is known, else to be prepared. */
  Basemap add(Basemap.Draft draft);

  /** Keeps what people say about it; empty when the caller sees none of this id. */
  Optional<Basemap> change(UUID id, String title, String attribution, int order, boolean shown);

  /** Whether there was one. */
  boolean remove(UUID id);

  /**
   * Notes how far one is that is prepared.
   *
   * @param progress 0 to 1
   */
  void prepare(UUID id, double progress);

  /**
   * Ends the preparing.
   *
   * @return whether it was still wanted
   */
  boolean finish(UUID id, String file, Ground ground, long bytes, String sha256);

  /** Ends the preparing of a file that cannot be used. */
  void refuse(UUID id, Fault why);
}
