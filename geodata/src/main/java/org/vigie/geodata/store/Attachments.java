package org.vigie.geodata.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.FeatureRef;

/**
 * Photographs of features, as one caller may see and add to them: as visible as the feature is.
 * Written once; nothing changes or removes one.
 */
public interface Attachments {

  /** What one feature can hold. */
  int MOST_OF_A_FEATURE = 50;

  /**
   * A picture to be kept.
   *
   * @param thumbnail JPEG
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  record Picture(
      String name, String mediaType, int width, int height, byte[] content, byte[] thumbnail) {}

  /**
   * Keeps a picture; the same one again is the one that is there.
   *
   * @return empty when the caller sees no such feature
   * @throws BadInputException when the feature holds {@value #MOST_OF_A_FEATURE} already
   */
  Optional<Attachment> add(FeatureRef feature, Picture picture) throws BadInputException;

  /** In the order in which they were added. */
  List<Attachment> list(FeatureRef feature);

  Optional<byte[]> content(FeatureRef feature, UUID id);

  /** A JPEG of at most 320 pixels. */
  Optional<byte[]> thumbnail(FeatureRef feature, UUID id);
}
