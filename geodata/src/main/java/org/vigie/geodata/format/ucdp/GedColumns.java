package org.vigie.geodata.format.ucdp;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The columns of the dataset and how a file shows that it is one. */
final class GedColumns {

  /** In the order of the releases since version 17; the only names of a file without a header. */
  static final List<String> ALL =
      List.of(
          "id",
          "relid",
          "year",
          "active_year",
          "code_status",
          "type_of_violence",
          "conflict_dset_id",
          "conflict_new_id",
          "conflict_name",
          "dyad_dset_id",
          "dyad_new_id",
          "dyad_name",
          "side_a_dset_id",
          "side_a_new_id",
          "side_a",
          "side_b_dset_id",
          "side_b_new_id",
          "side_b",
          "number_of_sources",
          "source_article",
          "source_office",
          "source_date",
          "source_headline",
          "source_original",
          "where_prec",
          "where_coordinates",
          "where_description",
          "adm_1",
          "adm_2",
          "latitude",
          "longitude",
          "geom_wkt",
          "priogrid_gid",
          "country",
          "country_id",
          "region",
          "event_clarity",
          "date_prec",
          "date_start",
          "date_end",
          "deaths_a",
          "deaths_b",
          "deaths_civilians",
          "deaths_unknown",
          "best",
          "high",
          "low",
          "gwnoa",
          "gwnob");

  /** Without these a row cannot become an incident. */
  static final List<String> NEEDED =
      List.of(
          "id",
          "type_of_violence",
          "side_a",
          "side_b",
          "where_prec",
          "latitude",
          "longitude",
          "date_prec",
          "date_start",
          "date_end",
          "best",
          "high",
          "low");

  private static final Pattern POINT = Pattern.compile("(?i)POINT\\s*\\(.*");
  private static final Pattern WHOLE = Pattern.compile("\\d{1,12}");

  private GedColumns() {}

  static boolean isHeader(List<String> cells) {
    Set<String> names =
        cells.stream().map(c -> c.strip().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    return names.containsAll(NEEDED);
  }

  /** Whether a first line is a record already, as in files that come without a header. */
  static boolean isRecord(List<String> cells) {
    return cells.size() == ALL.size()
        && WHOLE.matcher(cells.get(ALL.indexOf("id")).strip()).matches()
        && cells.get(ALL.indexOf("type_of_violence")).strip().matches("[123]")
        && POINT.matcher(cells.get(ALL.indexOf("geom_wkt")).strip()).matches();
  }
}
