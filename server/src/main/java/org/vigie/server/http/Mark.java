package org.vigie.server.http;

import io.javalin.http.Context;
import org.vigie.geodata.model.Classification;

/** The classification of an answer: that of the highest item in it. */
public final class Mark {

  /** The header that carries it, with a word as features carry it: {@code CONFIDENTIAL}. */
  public static final String HEADER = "X-Classification";

  private Mark() {}

  /** Marks the answer; what it was marked with before may be lower. */
  public static void set(Context context, Classification classification) {
    context.attribute(HEADER, classification);
    context.header(HEADER, classification.name());
  }

  /** What the answer was marked with; unclassified when nobody has. */
  public static Classification of(Context context) {
    Classification marked = context.attribute(HEADER);
    return marked == null ? Classification.UNCLASSIFIED : marked;
  }
}
