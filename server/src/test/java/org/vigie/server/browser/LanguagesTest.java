package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Four languages, one of them from right to left, and the same picture in each. */
@ExtendWith(Chromium.class)
class LanguagesTest {

  private static final String QUARTER = "#v1/7/-11/-21.5/t=2026-04-01..2026-06-30";

  /** Words that English alone has, of sentences and of what stands large on the page. */
  private static final Pattern ENGLISH =
      Pattern.compile(
          "\\b(the|and|of|with|from|this|Layers|Filters|Search|Reports|Patrols|Roads|"
              + "Zoom in|Zoom out|Help|Hotspots|Show|Settings|Step|Window|Legend|in view)\\b");

  /** Head, panels, time bar, controls of the map; with what is read aloud or shown on pointing. */
  private static final String SAID =
      "() => [...document.querySelectorAll('.header, .left, .timebar, .map-foot, .map-buttons')]"
          + ".flatMap(part => [part.innerText, ...[...part.querySelectorAll('[title], [aria-label],"
          + " [placeholder]')].flatMap(e => [e.title, e.getAttribute('aria-label'),"
          + " e.getAttribute('placeholder')])]).filter(Boolean)";

  @Test
  void everyLanguageSaysEverythingThatStandsLargeAndKeepsThePicture(Browser browser) {
    try (Tab tab = Tab.wide(browser, QUARTER)) {
      long events = tab.number("count-incident");
      assertThat(inEnglish(tab)).as("the control: English is found").isNotEmpty();
      for (String language : List.of("fr", "es", "ar")) {
        String before = shown(tab);
        switchTo(tab, language);
        assertThat(shown(tab)).isEqualTo(before);
        assertThat(tab.number("count-incident")).as(language).isEqualTo(events);
        assertThat(inEnglish(tab)).as(language).isEmpty();
        assertThat(tab.page().locator("html").getAttribute("dir"))
            .isEqualTo(language.equals("ar") ? "rtl" : "ltr");
      }
      switchTo(tab, "en");
      assertThat(tab.page().locator(".tablist").innerText()).contains("Layers");
    }
  }

  @Test
  void arabicIsMirroredButNeitherTheMapNorTimeNorCoordinates(Browser browser) {
    try (Tab tab = Tab.wide(browser, QUARTER)) {
      assertThat(box(tab.page().locator(".left")).x).isLessThan(box(tab.at("map")).x);
      switchTo(tab, "ar");
      tab.number("count-incident");
      assertThat(box(tab.page().locator(".left")).x).isGreaterThan(box(tab.at("map")).x);
      assertThat(box(tab.at("map-plus")).x)
          .as("the buttons of the map stand at its end")
          .isLessThan(box(tab.at("map")).x + box(tab.at("map")).width / 2);
      assertThat(box(tab.page().locator(".time-start")).x)
          .isLessThan(box(tab.page().locator(".time-end")).x);

      BoundingBox map = box(tab.at("map"));
      tab.page().mouse().move(map.x + map.width / 2, map.y + map.height / 2);
      assertThat(places(tab, "[data-testid=position]", "S"))
          .as("latitude stands left of longitude")
          .isLessThan(places(tab, "[data-testid=position]", "W"));
      assertThat(tab.page().evaluate("() => document.scrollingElement.scrollWidth"))
          .isEqualTo(1600);
    }
  }

  @Test
  void aLongEnglishTitleKeepsItsBeginningInAnArabicTable(Browser browser) {
    try (Tab tab = Tab.wide(browser, QUARTER)) {
      tab.page()
          .evaluate("() => { document.cookie = 'vigie-language=ar; Path=/'; location.reload(); }");
      tab.page().waitForSelector("html[lang=ar] #app[data-state=ready]");
      tab.page().keyboard().press("v");
      tab.at("linked-row").first().waitFor();
      assertThat(
              tab.page()
                  .evaluate(
                      """
                      () => [...document.querySelectorAll('[data-testid=linked-row] td:first-child')]
                          .filter((cell) => {
                            const words = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
                            const first = document.createRange();
                            first.setStart(words.nextNode(), 0);
                            first.setEnd(words.currentNode, 1);
                            const letter = first.getBoundingClientRect();
                            const box = cell.getBoundingClientRect();
                            return letter.left < box.left || letter.right > box.right;
                          })
                          .map((cell) => cell.textContent)
                      """))
          .isEqualTo(List.of());
    }
  }

  @Test
  void aPhoneShowsArabicWithoutAnythingBeyondItsEdge(Browser browser) {
    try (Tab tab = Tab.phone(browser, QUARTER)) {
      tab.page()
          .evaluate("() => { document.cookie = 'vigie-language=ar; Path=/'; location.reload(); }");
      tab.page().waitForSelector("html[lang=ar] #app[data-state=ready]");
      assertThat(tab.page().evaluate("() => document.scrollingElement.scrollWidth")).isEqualTo(390);
      assertThat(tab.page().locator(".phone-bar").innerText()).containsPattern("\\p{IsArabic}");
    }
  }

  @Test
  void theSignInPageSpeaksTheBrowsersLanguageAndTheChosenOneGoesOnToTheMap(Browser browser) {
    var french = new Browser.NewContextOptions().setLocale("fr-CD").setViewportSize(1600, 900);
    try (Tab tab = Tab.of(browser, french)) {
      tab.page().navigate(Demo.url() + QUARTER);
      assertThat(tab.page().locator("h1").innerText()).isEqualTo("Se connecter");
      tab.click("language-ar");
      tab.page().waitForSelector("html[lang=ar][dir=rtl]");
      assertThat(tab.page().locator("h1").innerText()).isEqualTo("تسجيل الدخول");
      tab.click("as-analyst");
      tab.page().waitForSelector("html[lang=ar] #app[data-state=ready]");
      assertThat(tab.page().url()).contains("v1/7/");
    }
  }

  /**
   * What the server declares and a language has no words for, and words for what it does not
   * declare.
   */
  private static final String DECLARED =
      """
      async () => {
        const root = document.querySelector('script[src$="/main.js"]').src.replace('main.js', '');
        const selection = ['layer', 'datetime', 'filter', 'area', 'bbox', 'as-known-at'];
        const get = async (path) => (await fetch(path)).json();
        const { processes } = await get('/processes?limit=100');
        const declared = await Promise.all(processes.filter(({ id }) => id !== 'echo')
          .map(({ id }) => get('/processes/' + id)));
        const differing = [];
        let parameters = 0;
        for (const language of ['fr', 'es', 'ar']) {
          const { analyses } = await import(root + 'words/' + language + '/analyses.js');
          const ids = declared.map(({ id }) => id);
          differing.push(...Object.keys(analyses.processes).filter((id) => !ids.includes(id)));
          for (const { id, inputs } of declared) {
            const said = analyses.processes[id] ?? { inputs: {} };
            const names = Object.keys(inputs).filter((name) => !selection.includes(name));
            const needless = Object.keys(said.inputs).filter((name) => !names.includes(name));
            const missing = names.filter((name) => !said.inputs[name]?.title
              || !said.inputs[name].description
              || Object.keys(inputs[name].schema['x-labels'] ?? {})
                .some((code) => !said.inputs[name].labels?.[code]));
            parameters += names.length;
            differing.push(...[said.title ? [] : id, said.description ? [] : id, missing, needless]
              .flat().map((name) => [language, id, name].join(' ')));
          }
        }
        return { differing, parameters };
      }
      """;

  @Test
  void everyAnalysisAndSettingThatTheServerDeclaresHasWordsInEveryLanguage(Browser browser) {
    try (Tab tab = Tab.wide(browser, QUARTER + "&o=analysis")) {
      Map<?, ?> held = (Map<?, ?>) tab.page().evaluate(DECLARED);
      assertThat((List<?>) held.get("differing")).isEmpty();
      assertThat((Integer) held.get("parameters")).isGreaterThan(250);

      switchTo(tab, "ar");
      tab.at("parameter-epsM").waitFor();
      assertThat(tab.at("analysis").locator("option").allInnerTexts())
          .hasSize(11)
          .allSatisfy(title -> assertThat(title).containsPattern("\\p{IsArabic}"));
      assertThat(tab.at("panel-analysis").locator(".field-help").allTextContents())
          .allSatisfy(help -> assertThat(help).containsPattern("\\p{IsArabic}"));
      assertThat(tab.at("panel-analysis").locator("[lang=en]").count()).isZero();
    }
  }

  private static void switchTo(Tab tab, String language) {
    tab.click("account").click("language-" + language);
    tab.page().waitForSelector("html[lang=" + language + "] #app[data-state=ready]");
    tab.page().waitForSelector("[data-testid=count-incident]");
  }

  private static List<String> inEnglish(Tab tab) {
    tab.number("count-incident");
    List<String> found = new ArrayList<>();
    for (Object text : (List<?>) tab.page().evaluate(SAID)) {
      if (ENGLISH.matcher(text.toString()).find()) {
        found.add(text.toString());
      }
    }
    return found;
  }

  /** Where a part of a text is painted, in pixels from the left of the page. */
  private static double places(Tab tab, String selector, String part) {
    Object x =
        tab.page()
            .evaluate(
                "([selector, part]) => { const text = document.querySelector(selector).firstChild;"
                    + " const at = text.data.indexOf(part); const range = document.createRange();"
                    + " range.setStart(text, at); range.setEnd(text, at + part.length);"
                    + " return range.getBoundingClientRect().x + 0.001; }",
                List.of(selector, part));
    return ((Number) x).doubleValue();
  }

  private static BoundingBox box(Locator locator) {
    return locator.first().boundingBox();
  }

  /**
   * What the address says after the middle of the map, which moves with the width of the words
   * beside it.
   */
  private static String shown(Tab tab) {
    return tab.fragment().substring(tab.fragment().indexOf("/t="));
  }
}
