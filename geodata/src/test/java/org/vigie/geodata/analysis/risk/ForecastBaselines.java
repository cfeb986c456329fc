package org.vigie.geodata.analysis.risk;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.geo.Crs;
import org.vigie.geodata.model.BadInputException;

/**
 * The setting of the reference forecasts, found from their figures: UTM, squares of 20 km on its
 * multiples, events by the day they started, 90 days from the first of each month.
 */
record ForecastBaselines(Past past, Backtest backtest) {

  static final double HORIZON = 90;

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  /**
   * @param epsg zone of UTM
   * @param cells cells of the reference; null for the squares that hold an event
   */
  static ForecastBaselines read(
      Path ged, int epsg, SquareCells cells, LocalDate first, LocalDate last)
      throws IOException, BadInputException {
    Crs utm = Crs.find("EPSG:" + epsg).orElseThrow();
    List<double[]> events = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(ged)) {
      for (NamedCsvRecord row : rows) {
        if (Integer.parseInt(row.getField("where_prec")) <= 2) {
          Coordinate at =
              utm.fromWgs84(
                      GEOMETRIES.createPoint(
                          new Coordinate(
                              Double.parseDouble(row.getField("longitude")),
                              Double.parseDouble(row.getField("latitude")))))
                  .getCoordinate();
          LocalDate start = LocalDate.parse(row.getField("date_start").substring(0, 10));
          events.add(new double[] {at.x, at.y, start.toEpochDay()});
        }
      }
    }
    Past past =
        new Past(
            cells,
            events.stream().mapToDouble(e -> e[0]).toArray(),
            events.stream().mapToDouble(e -> e[1]).toArray(),
            events.stream().mapToDouble(e -> e[2]).toArray());
    double[] origins =
        first
            .datesUntil(last.plusDays(1), java.time.Period.ofMonths(1))
            .mapToDouble(LocalDate::toEpochDay)
            .toArray();
    RiskModel tie =
        since(past, "tie", Spread.gaussian(past, 25_000), LocalDate.parse("2013-01-01"));
    return new ForecastBaselines(past, new Backtest(past, origins, HORIZON, 0, tie));
  }

  /** The cells of the reference: the order is theirs. */
  static SquareCells cells(Path csv) throws IOException {
    List<int[]> cells = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
      for (NamedCsvRecord row : rows) {
        cells.add(
            new int[] {
              (int) Math.floor(Double.parseDouble(row.getField("cx")) / 20_000),
              (int) Math.floor(Double.parseDouble(row.getField("cy")) / 20_000)
            });
      }
    }
    return new SquareCells(
        20_000,
        cells.stream().mapToInt(c -> c[0]).toArray(),
        cells.stream().mapToInt(c -> c[1]).toArray());
  }

  /** Counts and kernels of the events from a date on, none of which have an age. */
  static RiskModel since(Past past, String name, Spread spread, LocalDate start) {
    return new RiskModel() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public double[] scores(double day) {
        double reach = day - start.toEpochDay();
        return new KernelModel(name, past, spread, Weighting.last(reach)).scores(day);
      }
    };
  }

  static RiskModel countSince(Past past, String name, LocalDate start) {
    return new RiskModel() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public double[] scores(double day) {
        return new CountModel(name, past, Weighting.last(day - start.toEpochDay())).scores(day);
      }
    };
  }

  Trial trial(RiskModel model) {
    return backtest.run(model, Progress.UNHEARD).everywhere();
  }
}
