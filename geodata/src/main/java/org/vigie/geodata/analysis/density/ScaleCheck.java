package org.vigie.geodata.analysis.density;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.geodata.analysis.Progress;

/**
 * What half and double the scale would have found: the distance where one decides, the smallest
 * cluster where none does. Little overlap means that the result rests on the choice.
 */
final class ScaleCheck {

  private ScaleCheck() {}

  /** Finds clusters again with another choice. */
  @FunctionalInterface
  interface Again {
    Clustering find(Method.Choice choice, Progress progress);
  }

  /**
   * For half and double: what was changed, clusters, noise, and the Jaccard similarity of the set
   * of events in clusters with that of the result.
   */
  static List<Map<String, Object>> of(
      Again again, Method method, Method.Choice choice, Clustering found, Progress progress) {
    List<Map<String, Object>> checks = new ArrayList<>();
    for (double factor : new double[] {0.5, 2}) {
      progress.at(factor == 2 ? 0.5 : 0, "checking half and double the scale");
      int least = (int) Math.max(2, Math.round(choice.minClusterSize() * factor));
      Clustering other =
          again.find(
              method.hasEps()
                  ? choice.withEps(choice.eps() * factor)
                  : choice.withMinClusterSize(least),
              progress.part(0, 1));
      Map<String, Object> check = new LinkedHashMap<>();
      check.put("factor", factor);
      if (method.hasEps()) {
        check.put("epsM", choice.eps() * factor);
      } else {
        check.put("minClusterSize", least);
      }
      check.put("clusters", other.clusters());
      check.put("noise", other.noise());
      check.put("jaccard", jaccard(found.label(), other.label()));
      checks.add(check);
    }
    return checks;
  }

  /** Similarity of what is labelled: 1 when both label nothing. */
  private static double jaccard(int[] a, int[] b) {
    int both = 0;
    int either = 0;
    for (int i = 0; i < a.length; i++) {
      both += a[i] > 0 && b[i] > 0 ? 1 : 0;
      either += a[i] > 0 || b[i] > 0 ? 1 : 0;
    }
    return either == 0 ? 1 : (double) both / either;
  }
}
