package org.vigie.geodata.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.layer.GeometryKind;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.Marking;
import org.vigie.geodata.store.LogPosition;
import org.vigie.geodata.store.Picture;
import org.vigie.geodata.store.PictureRequest;
import org.vigie.geodata.store.PointArrays;

/** What a map draws, from rows in memory: the same that the database would give. */
final class Pictures {

  /** So that the number of a cell and a value fit a long at every zoom. */
  private static final int MAX_VALUES = 1 << 11;

  private static final long MICROS = 1_000_000;
  private static final String RADIUS = "radius_m";

  private final LayerRows rows;
  private final PictureRequest request;
  private final @Nullable Object[] marks;
  private final Column group;
  private final Column severity;
  private final Column radius;

  /**
   * @param number -1 when the layer has no such property
   * @param values by code
   */
  @SuppressWarnings("ArrayRecordComponent")
  private record Column(int number, @Nullable Object[] values) {

    static final Column NONE = new Column(-1, new @Nullable Object[] {null});

    @Nullable Object value(Segment segment, int row) {
      return number < 0 ? null : values[segment.code(number, row)];
    }

    String text(Segment segment, int row) {
      return Pictures.text(value(segment, row));
    }

    double number(Segment segment, int row) {
      return value(segment, row) instanceof Number known ? known.doubleValue() : 0;
    }
  }

  private Pictures(
      LayerRows rows,
      PictureRequest request,
      @Nullable Object[] marks,
      Column group,
      Column severity,
      Column radius) {
    this.rows = rows;
    this.request = request;
    this.marks = marks;
    this.group = group;
    this.severity = severity;
    this.radius = radius;
  }

  /**
   * Empty for what has more to it than is in memory: lines and areas, and properties that are not
   * kept. Titles are for others to add.
   *
   * @param layer as the caller knows it
   */
  static Optional<Pictures> of(LayerRows rows, Layer layer, PictureRequest request) {
    if (layer.geometry() != GeometryKind.POINT) {
      return Optional.empty();
    }
    Optional<Column> marks = column(rows, LayerColumns.MARKS);
    Optional<Column> group = column(rows, layer, layer.drawnBy());
    Optional<Column> severity = column(rows, layer, layer.severity());
    Optional<Column> radius = kept(rows, RADIUS);
    boolean possible =
        marks.isPresent()
            && group.isPresent()
            && severity.isPresent()
            && radius.isPresent()
            && group.get().values.length <= MAX_VALUES;
    return possible
        ? Optional.of(
            new Pictures(
                rows, request, marks.get().values, group.get(), severity.get(), radius.get()))
        : Optional.empty();
  }

  private static Optional<Column> column(LayerRows rows, Layer layer, Optional<String> property) {
    if (property.isEmpty()) {
      return Optional.of(Column.NONE);
    }
    return layer.findProperty(property.get()).flatMap(known -> kept(rows, known.name()));
  }

  private static Optional<Column> kept(LayerRows rows, String name) {
    OptionalInt number = rows.columns().find(name);
    return number.isPresent() ? column(rows, number.getAsInt()) : Optional.empty();
  }

  private static Optional<Column> column(LayerRows rows, int number) {
    return rows.columns().dictionary(number).values().map(values -> new Column(number, values));
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  Picture picture(Scan scan, LogPosition asOf) {
    MarkedRows matches = MarkedRows.of(scan, rows);
    return matches.count() > request.maxFeatures() ? cells(matches, asOf) : points(matches, asOf);
  }

  /** A row of a picture before it is put in order. */
  private record Place(Segment segment, int row, long start, long high, long low) {

    static final Comparator<Place> ORDER =
        (one, other) -> {
          int order = Long.compare(one.start, other.start);
          order = order != 0 ? order : Long.compareUnsigned(one.high, other.high);
          return order != 0 ? order : Long.compareUnsigned(one.low, other.low);
        };
  }

  private Picture points(MarkedRows matches, LogPosition asOf) {
    List<Place> places = new ArrayList<>((int) matches.count());
    for (MarkedRows.OfSegment marked : matches.marked()) {
      Segment segment = marked.segment();
      for (int word = 0; word < marked.bits().length; word++) {
        for (long left = marked.bits()[word]; left != 0; left &= left - 1) {
          int row = word * Long.SIZE + Long.numberOfTrailingZeros(left);
          places.add(
              new Place(segment, row, segment.start(row), segment.idHigh(row), segment.idLow(row)));
        }
      }
    }
    places.sort(Place.ORDER);
    PointArrays points = new PointArrays();
    places.forEach(place -> points.add(point(place)));
    return points.toPicture(asOf);
  }

  private PointArrays.Point point(Place place) {
    Segment segment = place.segment;
    int row = place.row;
    return new PointArrays.Point(
        new FeatureId(new UUID(place.high, place.low)),
        segment.lon(row),
        segment.lat(row),
        seconds(place.start),
        seconds(segment.end(row)),
        group.text(segment, row),
        (int) severity.number(segment, row),
        radius.number(segment, row),
        Optional.empty(),
        classification(segment.code(LayerColumns.MARKS, row)),
        needToKnow(segment.code(LayerColumns.MARKS, row)));
  }

  private static long seconds(long micros) {
    return micros == PackedTimes.UNKNOWN ? Picture.NO_TIME : Math.floorDiv(micros, MICROS);
  }

  private Classification classification(int code) {
    return marks[code] instanceof Marking marking
        ? marking.classification()
        : Classification.UNCLASSIFIED;
  }

  private boolean needToKnow(int code) {
    return marks[code] instanceof Marking marking && !marking.compartments().isEmpty();
  }

  private Picture cells(MarkedRows matches, LogPosition asOf) {
    List<String> texts = texts();
    int[] ranks = new int[group.values.length];
    for (int code = 0; code < ranks.length; code++) {
      ranks[code] = texts.indexOf(text(group.values[code]));
    }
    CellTally.Shape shape =
        new CellTally.Shape(
            marks.length,
            request.cellDegrees(),
            group.number,
            ranks,
            texts.size(),
            request.countedIn().map(Regions::of).orElse(List.of()));
    CellTally tally =
        Shares.over(
            matches.marked(),
            1,
            () -> new CellTally(shape),
            (one, marked) -> marked.forEachZone(one),
            CellTally::add);
    Classification highest = Classification.UNCLASSIFIED;
    boolean needToKnow = false;
    for (int code = 0; code < marks.length; code++) {
      if (tally.hasSeen(code)) {
        highest = highest.highest(classification(code));
        needToKnow |= needToKnow(code);
      }
    }
    return tally.cells(texts).toPicture(asOf, highest, needToKnow, request.cellDegrees());
  }

  private List<String> texts() {
    TreeSet<String> texts = new TreeSet<>();
    for (Object value : group.values) {
      texts.add(text(value));
    }
    return List.copyOf(texts);
  }
}
