package org.vigie.geodata.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What went in, what was left out and why, and how far the result carries.
 *
 * @param n features that were selected
 * @param used of these, the events that the method saw
 * @param dropped the others, by reason
 * @param parameters every value the method ran with, chosen ones among them
 * @param reasons why a value was chosen, by parameter; those that were given are absent
 * @param method name, version and distance of the method
 * @param figures what this method reports beside its result: Number, String, List or Map by name
 * @param caveats in plain words, the most important first
 */
public record Diagnostics(
    long n,
    long used,
    List<Dropped> dropped,
    Map<String, Object> parameters,
    Map<String, String> reasons,
    String method,
    Map<String, Object> figures,
    List<String> caveats) {

  /** Events left out for one reason. */
  public record Dropped(String reason, long n) {}

  public static Builder of(Events events, Parameters.Values values, String method) {
    return new Builder(events, values, method);
  }

  /** Gathers what a run has to say of itself. */
  public static final class Builder {

    private final long n;
    private final String method;
    private final Map<String, Object> parameters;
    private final List<Dropped> dropped = new ArrayList<>();
    private final Map<String, String> reasons = new LinkedHashMap<>();
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final List<String> caveats = new ArrayList<>();

    private Builder(Events events, Parameters.Values values, String method) {
      this.n = events.list().size() + events.withoutGeometry();
      this.parameters = new LinkedHashMap<>(values.byName());
      this.method = method;
    }

    public Builder dropped(List<Dropped> more) {
      dropped.addAll(more);
      return this;
    }

    /** Some that were left out; nothing is said of none. */
    public Builder dropped(String reason, long count) {
      if (count > 0) {
        dropped.add(new Dropped(reason, count));
      }
      return this;
    }

    /** A value the caller left open, and why it became what it is. */
    public Builder chosen(String parameter, Object value, String why) {
      parameters.put(parameter, value);
      reasons.put(parameter, why);
      return this;
    }

    /** Number, String, or List or Map of these; a number that is not finite is left out. */
    public Builder figure(String name, Object value) {
      if (!(value instanceof Double number) || Double.isFinite(number)) {
        figures.put(name, value);
      }
      return this;
    }

    public Builder figures(Map<String, Object> more) {
      more.forEach(this::figure);
      return this;
    }

    public Builder caveat(String words) {
      caveats.add(words);
      return this;
    }

    public Builder caveats(List<String> words) {
      caveats.addAll(words);
      return this;
    }

    public Diagnostics build(long used) {
      return new Diagnostics(n, used, dropped, parameters, reasons, method, figures, caveats);
    }
  }
}
