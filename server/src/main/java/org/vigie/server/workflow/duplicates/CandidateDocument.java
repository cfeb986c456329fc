package org.vigie.server.workflow.duplicates;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.vigie.geodata.layer.Layer;
import org.vigie.server.http.Schema;
import org.vigie.server.workflow.Shown;
import org.vigie.server.workflow.duplicates.CandidateSearch.Candidate;

/**
 * One that may be the same.
 *
 * @param score 0 to 1, two decimals
 * @param reasons a short sentence each
 */
record CandidateDocument(@JsonUnwrapped Shown shown, double score, List<String> reasons) {

  static final Schema SCHEMA =
      Schema.object(
          "layer", Schema.string(),
          "id", Schema.string(),
          "title", Schema.string(),
          "version", Schema.integer(),
          "score", Schema.of("number"),
          "reasons", Schema.array(Schema.string()));

  static CandidateDocument of(Layer layer, Candidate candidate) {
    return new CandidateDocument(
        Shown.of(layer, candidate.feature()),
        rounded(candidate.likeness().score()),
        candidate.likeness().reasons());
  }

  static double rounded(double score) {
    return Math.round(score * 100) / 100.0;
  }
}
