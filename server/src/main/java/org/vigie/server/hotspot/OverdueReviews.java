package org.vigie.server.hotspot;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.layer.GeometryKind;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.layer.PropertyType;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.TimeSpan;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.server.http.HighestMark;

/** Areas that still hold and whose day of review has passed: the longest overdue first. */
final class OverdueReviews {

  private static final String REVIEW_DATE = "review_date";
  private static final int MOST = 200;

  private final List<Item> items = new ArrayList<>();
  private final HighestMark mark = new HighestMark();
  private final LocalDate today;

  private OverdueReviews(LocalDate today) {
    this.today = today;
  }

  /** Of every layer of areas that declares a date of review; a layer has some hundred of these. */
  static OverdueReviews of(FeatureStore seen, LayerCatalog readable, LocalDate today) {
    OverdueReviews reviews = new OverdueReviews(today);
    Instant now = today.atStartOfDay(ZoneOffset.UTC).toInstant();
    for (Layer layer : readable.list()) {
      if (isReviewed(layer)) {
        seen.forEach(
            FeatureQuery.of(layer).withDatetime(new TimeSpan(now, null)),
            feature -> reviews.take(layer, feature));
      }
    }
    reviews.items.sort(
        Comparator.comparingLong((Item item) -> -item.daysOverdue()).thenComparing(Item::id));
    return reviews;
  }

  private static boolean isReviewed(Layer layer) {
    return layer.geometry() == GeometryKind.POLYGON
        && layer.findProperty(REVIEW_DATE).filter(p -> p.type() == PropertyType.DATE).isPresent();
  }

  private void take(Layer layer, Feature feature) {
    Optional<LocalDate> due = reviewDate(feature).filter(today::isAfter);
    if (due.isPresent()) {
      items.add(Item.of(layer, feature, due.get(), today));
      mark.take(feature);
    }
  }

  static Optional<LocalDate> reviewDate(Feature feature) {
    return feature.properties().get(REVIEW_DATE) instanceof LocalDate date
        ? Optional.of(date)
        : Optional.empty();
  }

  Classification mark() {
    return mark.get();
  }

  Document document() {
    return new Document(today, items.size(), items.subList(0, Math.min(MOST, items.size())));
  }

  /**
   * @param total also of those beyond the list
   */
  record Document(LocalDate today, int total, List<Item> items) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Item(
      String layer,
      String id,
      String title,
      @Nullable Object ref,
      @Nullable Object level,
      @Nullable Object category,
      @Nullable Object owner,
      LocalDate reviewDate,
      long daysOverdue) {

    static Item of(Layer layer, Feature feature, LocalDate due, LocalDate today) {
      var values = feature.properties();
      Object title = layer.titleProperty().map(values::get).orElse(null);
      return new Item(
          layer.name(),
          feature.id().toString(),
          title == null ? feature.id().toString() : title.toString(),
          values.get("ref"),
          values.get("level"),
          values.get("category"),
          values.get("owner"),
          due,
          ChronoUnit.DAYS.between(due, today));
    }
  }
}
