package org.vigie.server.http;

import java.util.Collection;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;

/** The highest classification of the features that pass. */
public final class HighestMark {

  private Classification highest = Classification.UNCLASSIFIED;

  public static Classification of(Collection<Feature> features) {
    HighestMark mark = new HighestMark();
    features.forEach(mark::take);
    return mark.get();
  }

  public void take(Feature feature) {
    highest = highest.highest(feature.classification());
  }

  /** UNCLASSIFIED while none has passed. */
  public Classification get() {
    return highest;
  }
}
