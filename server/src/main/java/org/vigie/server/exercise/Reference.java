package org.vigie.server.exercise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.LocationClass;

/** The country as reference layers: areas, places, roads and rivers. */
final class Reference {

  private static final String EDITION = "2023-07";

  private final Country country;
  private final Map<Rivers.River, String> riverNames = new HashMap<>();
  private final Map<Settlement, String> placeCodes = new HashMap<>();

  Reference(Country country) {
    this.country = country;
    Map<String, Integer> numbers = new HashMap<>();
    for (Settlement settlement : country.settlements().list()) {
      String district = country.areas().districtAt(settlement.km()).code();
      int number = numbers.merge(district, 1, Integer::sum);
      placeCodes.put(settlement, String.format("%s-%02d", district, number));
    }
    for (Rivers.River river : country.rivers().list()) {
      if (river.order() > 1) {
        riverNames.put(river, country.names().next());
      }
    }
  }

  String placeCode(Settlement settlement) {
    return placeCodes.getOrDefault(settlement, "");
  }

  Stream<Feature> areas(List<Sector> sectors) {
    List<Feature> features = new ArrayList<>();
    features.add(
        area(AdminAreas.COUNTRY_CODE, AdminAreas.COUNTRY_NAME, "ADM0", null, country.land())
            .with("capital", country.settlements().list().get(0).name())
            .feature());
    for (AdminAreas.Area province : country.areas().provinces()) {
      features.add(
          area(province.code(), province.name(), "ADM1", province.parent(), province.shape())
              .with("capital", province.seat().name())
              .feature());
    }
    for (AdminAreas.Area district : country.areas().districts()) {
      features.add(
          area(district.code(), district.name(), "ADM2", district.parent(), district.shape())
              .with("capital", district.seat().name())
              .with("population", population(district))
              .feature());
    }
    for (Sector sector : sectors) {
      Geometry shape =
          Partition.union(sector.provinces().stream().map(AdminAreas.Area::shape).toList());
      String code =
          "MIMAR-" + sector.name().substring("Sector ".length()).toUpperCase(java.util.Locale.ROOT);
      features.add(
          area(code, sector.name(), "SECTOR", AdminAreas.COUNTRY_CODE, shape)
              .with("capital", sector.seat().name())
              .feature());
    }
    return features.stream();
  }

  /** Towns and villages with people, and as many again who live scattered. */
  private long population(AdminAreas.Area district) {
    long settled =
        country.settlements().list().stream()
            .filter(s -> country.areas().districtAt(s.km()).code().equals(district.code()))
            .mapToLong(Settlement::population)
            .sum();
    return Math.round((settled * 1.6 + 9 * squareKm(district.shape())) / 100) * 100;
  }

  private static double squareKm(Geometry degrees) {
    return Plane.toKm(degrees).getArea();
  }

  private static Draft area(
      String code, String name, String level, @Nullable String parent, Geometry shape) {
    return new Draft("admin-area", code)
        .at(shape)
        .with("pcode", code)
        .with("name", name)
        .with("level", level)
        .with("parent", parent)
        .with("area_version", EDITION)
        .with("area_km2", (double) Math.round(squareKm(shape)));
  }

  Stream<Feature> places() {
    return country.settlements().list().stream()
        .map(
            s -> {
              AdminAreas.Area district = country.areas().districtAt(s.km());
              return new Draft("place", placeCode(s))
                  .at(Plane.DEGREES.createPoint(Plane.toDegrees(s.km())))
                  .located(LocationClass.SITE)
                  .with("name", s.name())
                  .with("pcode", placeCode(s))
                  .with("place_class", s.kind().name())
                  .with("population", s.population())
                  .with("market_day", s.marketDay().name())
                  .with("admin1", country.areas().provinceOf(district).name())
                  .with("admin2", district.name())
                  .feature();
            });
  }

  Stream<Feature> roads() {
    return country.roads().segments().stream()
        .map(
            segment -> {
              RoadClass roadClass = segment.road().roadClass();
              Settlement from = country.settlements().nearest(segment.line().getCoordinateN(0));
              Settlement to =
                  country
                      .settlements()
                      .nearest(segment.line().getCoordinateN(segment.line().getNumPoints() - 1));
              return new Draft("road", segment.id())
                  .at(Plane.toDegrees(segment.line()))
                  .with("segment", segment.id())
                  .with("name", segment.road().name())
                  .with("road_class", roadClass.name())
                  .with("surface", roadClass.surface())
                  .with("length_km", Math.round(segment.lengthKm() * 10) / 10.0)
                  .with("from_place", from.name())
                  .with("to_place", to.name())
                  .with(
                      "rainy_season",
                      roadClass == RoadClass.PRIMARY
                          ? "OPEN"
                          : roadClass == RoadClass.SECONDARY ? "DIFFICULT" : "CLOSED")
                  .feature();
            });
  }

  Stream<Feature> rivers() {
    List<Feature> features = new ArrayList<>();
    int number = 0;
    for (Rivers.River river : country.rivers().list()) {
      String code = String.format("%s-R%02d", AdminAreas.COUNTRY_CODE, ++number);
      Geometry line =
          OverlayNG.overlay(
              Plane.toDegrees(river.line()),
              country.land(),
              OverlayNG.INTERSECTION,
              Plane.DEGREES_TO_A_METRE);
      features.add(
          new Draft("river", code)
              .at(line)
              .with("code", code)
              .with("name", riverNames.get(river))
              .with("river_order", river.order())
              .with("length_km", Math.round(river.line().getLength() * 10) / 10.0)
              .feature());
    }
    return features.stream();
  }
}
