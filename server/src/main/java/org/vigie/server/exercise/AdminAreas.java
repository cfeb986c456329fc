package org.vigie.server.exercise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntToDoubleFunction;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * Provinces around the cities, districts around the towns. Borders follow rivers and crests where
 * they can; districts make up their province exactly, and provinces the country.
 */
final class AdminAreas {

  static final String COUNTRY_CODE = "MRL";
  static final String COUNTRY_NAME = "Maralune";

  /** A province or district; {@code shape} in degrees. */
  record Area(String code, String name, String parent, Settlement seat, Geometry shape) {}

  private final Grid grid;
  private final List<Area> provinces = new ArrayList<>();
  private final List<Area> districts = new ArrayList<>();
  private final List<PreparedGeometry> prepared = new ArrayList<>();
  private final int[] provinceByCell;
  private final int[] districtByCell;
  private final int[] provinceByDistrict;
  private final Map<String, Point> middles = new ConcurrentHashMap<>();

  AdminAreas(
      long seed,
      Terrain terrain,
      Rivers rivers,
      Coast coast,
      Settlements settlements,
      Warp warp,
      Names names) {
    this.grid = terrain.grid();
    IntToDoubleFunction cost = cost(seed, terrain, rivers);
    List<Settlement> cities = settlements.list().subList(0, Settlements.CITIES);
    List<Settlement> seats = settlements.list().subList(0, Settlements.TOWNS);
    provinceByCell =
        Growth.labels(grid, cities.stream().map(Settlement::cell).toList(), cost, c -> true);
    provinceByDistrict = seats.stream().mapToInt(s -> provinceByCell[s.cell()]).toArray();
    districtByCell = new int[grid.size()];
    for (int province = 0; province < cities.size(); province++) {
      growDistricts(province, seats, cost);
    }
    Map<Integer, Geometry> shapes = Partition.cut(coast.islands(), grid, districtByCell, warp);
    name(shapes, cities, seats, names);
    districts.forEach(d -> prepared.add(PreparedGeometryFactory.prepare(d.shape())));
  }

  private void growDistricts(int province, List<Settlement> seats, IntToDoubleFunction cost) {
    List<Integer> members = new ArrayList<>();
    for (int district = 0; district < seats.size(); district++) {
      if (provinceByDistrict[district] == province) {
        members.add(district);
      }
    }
    int[] labels =
        Growth.labels(
            grid,
            members.stream().map(d -> seats.get(d).cell()).toList(),
            cost,
            c -> provinceByCell[c] == province);
    for (int cell = 0; cell < labels.length; cell++) {
      if (labels[cell] >= 0) {
        districtByCell[cell] = members.get(labels[cell]);
      }
    }
  }

  private static IntToDoubleFunction cost(long seed, Terrain terrain, Rivers rivers) {
    Noise noise = new Noise(seed, "borders");
    Grid grid = terrain.grid();
    return cell -> {
      double wander =
          StrictMath.exp(2.9 * noise.askew(grid.x(cell) / 22, grid.y(cell) / 22, 5, 0.6));
      double river = rivers.isWater(cell) ? 14 : 0;
      double height = terrain.elevation(cell) / 500;
      double sea = terrain.isLand(cell) ? 0 : 3;
      return wander + river + height + sea;
    };
  }

  private void name(
      Map<Integer, Geometry> shapes, List<Settlement> cities, List<Settlement> seats, Names names) {
    List<Integer> order = new ArrayList<>();
    for (int province = 0; province < cities.size(); province++) {
      order.add(province);
    }
    // codes run from the north-west, as survey offices like to number
    order.sort(Comparator.comparingDouble(p -> cities.get(p).km().x - cities.get(p).km().y));
    for (int place = 0; place < order.size(); place++) {
      int province = order.get(place);
      String code = String.format("%s%02d", COUNTRY_CODE, place + 1);
      List<Geometry> parts = new ArrayList<>();
      int number = 0;
      for (int district = 0; district < seats.size(); district++) {
        if (provinceByDistrict[district] != province || !shapes.containsKey(district)) {
          continue;
        }
        number++;
        Geometry shape = shapes.get(district);
        parts.add(shape);
        districts.add(
            new Area(
                String.format("%s%02d", code, number),
                seats.get(district).name(),
                code,
                seats.get(district),
                shape));
      }
      String name = names.next();
      provinces.add(
          new Area(code, name, COUNTRY_CODE, cities.get(province), Partition.union(parts)));
    }
  }

  List<Area> provinces() {
    return provinces;
  }

  List<Area> districts() {
    return districts;
  }

  /** The district a point lies in, the nearest one for a point at sea. */
  Area districtAt(Coordinate km) {
    Point point = Plane.DEGREES.createPoint(Plane.toDegrees(km));
    for (int i = 0; i < districts.size(); i++) {
      if (prepared.get(i).contains(point)) {
        return districts.get(i);
      }
    }
    return districts.stream()
        .min(Comparator.comparingDouble(d -> d.shape().distance(point)))
        .orElseThrow();
  }

  Area provinceAt(Coordinate km) {
    return provinceOf(districtAt(km));
  }

  /** A point inside an area, in degrees, where what is known of the area alone is put. */
  Point middleOf(Area area) {
    return middles.computeIfAbsent(
        area.code(),
        code -> {
          Point inside = area.shape().getInteriorPoint();
          return Plane.DEGREES.createPoint(
              new Coordinate(
                  Plane.DEGREES_TO_A_METRE.makePrecise(inside.getX()),
                  Plane.DEGREES_TO_A_METRE.makePrecise(inside.getY())));
        });
  }

  Area provinceOf(Area district) {
    return provinces.stream()
        .filter(p -> p.code().equals(district.parent()))
        .findFirst()
        .orElseThrow();
  }
}
