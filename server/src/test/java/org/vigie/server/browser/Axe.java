package org.vigie.server.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Looks through a page for what people with other eyes or hands cannot use, by axe-core. */
final class Axe {

  private static final Path SCRIPT = Path.of("../web/target/npm/node_modules/axe-core/axe.min.js");

  /** Rules of WCAG 2.2, levels A and AA; each find is told with its rule and its element. */
  private static final String RUN =
      """
      async scope => {
        const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
        const { violations } = await axe.run(scope ?? document, { runOnly: tags });
        return violations.flatMap(({ id, nodes }) => nodes.map(({ html, any, all }) =>
          `${id}: ${html.slice(0, 200)} ${[...any, ...all].map(c => c.message).join('; ').slice(0, 300)}`));
      }
      """;

  private Axe() {}

  /** Rule, element and reason of everything that is wrong on the page now. */
  static List<String> problems(Page page) {
    return problems(page, null);
  }

  /** Of one part of the page. */
  @SuppressWarnings("unchecked") // the script answers with a list of strings
  static List<String> problems(Page page, @org.jspecify.annotations.Nullable String selector) {
    if (!Boolean.TRUE.equals(page.evaluate("() => 'axe' in window"))) {
      try {
        page.evaluate(Files.readString(SCRIPT));
      } catch (IOException missing) {
        throw new AssertionError(
            SCRIPT + " is missing: the build of the page brings it by npm", missing);
      }
    }
    return (List<String>) page.evaluate(RUN, selector);
  }
}
