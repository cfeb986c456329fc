package org.vigie.server.places;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.geo.LonLat;
import org.vigie.geodata.geo.Mgrs;
import org.vigie.geodata.geo.Spot;
import org.vigie.geodata.model.Fault;
import org.vigie.server.http.Catalogue;
import org.vigie.server.http.Language;

/**
 * What a text about a place was understood as.
 *
 * @param kind coordinates, place, offset, between or point; {@code unknown} when it was not
 *     understood or names nothing that the caller may see
 * @param best the likeliest place; null when there is none
 * @param candidates all places it may mean, likeliest first; empty for coordinates
 * @param names admin areas and nearest place, for the fields of a form
 * @param fault what is wrong and how to mend it; null when the text was understood
 */
record Located(
    String kind,
    @Nullable Place best,
    List<Place> candidates,
    Map<String, String> names,
    List<Warning> warnings,
    @Nullable Fault fault) {

  static Located unknown(Fault fault) {
    return new Located("unknown", null, List.of(), Map.of(), List.of(), fault);
  }

  /** As it is written for somebody who reads this language. */
  Document in(Language language) {
    return new Document(
        kind,
        best,
        candidates,
        names,
        warnings,
        fault == null ? null : Problem.of(fault, Catalogue.of(language)));
  }

  /** What goes out. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Document(
      String kind,
      @Nullable Place best,
      List<Place> candidates,
      Map<String, String> names,
      List<Warning> warnings,
      @Nullable Problem problem) {}

  /**
   * One place that may be meant.
   *
   * @param position longitude, latitude in degrees, WGS 84
   * @param text what was typed in its usual form, or the place in words
   * @param reason where the radius comes from
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Place(
      List<Double> position,
      String text,
      String locationClass,
      long radiusM,
      String reason,
      String mgrs,
      String detail,
      String layer,
      String id) {

    static Place of(Spot spot, String text) {
      return of(spot, text, "", "", "");
    }

    static Place of(NamedPlace place, Spot spot, String text) {
      String detail = String.join(", ", place.within());
      return of(
          spot,
          text,
          detail.isEmpty() ? place.kind() : place.kind() + ", " + detail,
          place.layer(),
          place.id());
    }

    private static Place of(Spot spot, String text, String detail, String layer, String id) {
      LonLat at = spot.position();
      return new Place(
          List.of(rounded(at.lon()), rounded(at.lat())),
          text,
          spot.locationClass().name(),
          Math.round(spot.radiusMetres()),
          spot.reason(),
          Math.abs(at.lat()) <= 80 ? Mgrs.format(at) : "",
          detail,
          layer,
          id);
    }

    /** A tenth of a metre. */
    private static double rounded(double degrees) {
      return Math.round(degrees * 1e6) / 1e6;
    }
  }

  /**
   * Something a person must look at before the place is taken.
   *
   * @param code for the client: outside, swapped, ambiguous, similar, reversed, apart
   * @param instead a better place, null when there is none
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Warning(String code, String text, @Nullable Place instead) {}

  /** Why a text was not understood. */
  record Problem(String what, String fix) {

    private static Problem of(Fault fault, Catalogue words) {
      return new Problem(words.say(fault.wrong()), words.say(fault.remedy()));
    }
  }
}
