package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vigie.server.testing.SignedIn;

/** Coming back after a night: what changed since, marked until it is seen. */
@ExtendWith(Chromium.class)
class ShiftTest {

  private static final String AT_SEA = "#v1/13/-41.5/-30.5/t=2026-06-01..2026-06-30&l=incident";
  private static final String OFFICER = "second-duty-officer";
  private static final String REPORTER = "reporter";

  @Test
  void whatChangedSinceTheLastShiftIsMarkedUntilItIsSeenOnAnyMachine(Browser browser)
      throws Exception {
    String changes = incident("EXERCISE dhow overdue", -30.51);
    String goes = incident("EXERCISE nets adrift", -30.49);
    try (Tab tab = Tab.wideAs(browser, OFFICER, AT_SEA + "&o=shift")) {
      tab.at("shift-since").waitFor();
      awaitText(tab, "shift-since", "not said yet");
      tab.at("shift-to-seen").press("Enter");
      assertThat(tab.page().evaluate("document.activeElement.dataset.testid"))
          .as("past all that changed by one key")
          .isEqualTo("shift-seen");
      tab.click("shift-seen").at("shift-undo").waitFor();
      awaitText(tab, "shift-unread", "0 changes");
    }

    String comes = incident("EXERCISE flare seen", -30.5);
    edit(changes);
    delete(goes);
    try (Tab tab = Tab.wideAs(browser, OFFICER, AT_SEA)) {
      awaitText(tab, "shift-pill", "3 changes not seen");
      Locator rings = tab.page().locator(".unread-ring");
      rings.nth(2).waitFor();
      assertThat(rings.count()).isEqualTo(3);

      tab.click("shift-pill");
      awaitText(tab, "shift-unread", "3 changes, 3 not seen");
      assertThat(what(tab, comes)).isEqualTo("created");
      assertThat(what(tab, changes)).as("severity 2 became 4").isEqualTo("worse");
      assertThat(what(tab, goes)).isEqualTo("gone");
      assertThat(row(tab, goes).innerText()).doesNotContain("nets adrift");

      row(tab, changes).locator(".shift-head").press("Enter");
      tab.at("shift-difference").locator("[data-property=severity]").waitFor();
      assertThat(tab.text("shift-difference")).contains("2 → 4");
      assertThat(tab.text("detail-title")).isEqualTo("EXERCISE dhow overdue");
      awaitText(tab, "shift-unread", "3 changes, 2 not seen");
      tab.page().waitForFunction("() => document.querySelectorAll('.unread-ring').length === 2");
    }
    try (Tab elsewhere = Tab.wideAs(browser, OFFICER, AT_SEA + "&o=shift")) {
      awaitText(elsewhere, "shift-unread", "3 changes, 2 not seen");
      elsewhere.at("shift-only").check();
      assertThat(row(elsewhere, changes).count()).isZero();

      elsewhere.click("shift-seen").at("shift-undo").waitFor();
      elsewhere.at("shift-none").waitFor();
      assertThat(elsewhere.page().locator(".unread-ring").count()).isZero();
      elsewhere.click("shift-undo");
      awaitText(elsewhere, "shift-unread", "3 changes, 3 not seen");

      elsewhere.click("shift-12");
      awaitText(elsewhere, "shift-since", "Since 30 Jun 2026");
      elsewhere.click("shift-last");
      awaitText(elsewhere, "shift-unread", "3 changes");
    }
  }

  @Test
  void changesAreChosenByKindAndLayerAndOnlyWhatIsListedIsTickedOff(Browser browser)
      throws Exception {
    String graver = incident("EXERCISE boat taking water", -30.45);
    String moves = incident("EXERCISE raft", -30.43);
    try (Tab tab = Tab.wideAs(browser, REPORTER, AT_SEA + "&o=shift")) {
      tab.at("shift-since").waitFor();
      tab.click("shift-seen").at("shift-undo").waitFor();
      awaitText(tab, "shift-unread", "0 changes");
    }
    String comes = incident("EXERCISE light seen", -30.41);
    edit(graver);
    String path = "/collections/incident/items/" + moves;
    Demo.patch(
        path, Demo.tag(path), "{\"geometry\":{\"type\":\"Point\",\"coordinates\":[-30.4,-41.5]}}");
    try (Tab tab = Tab.wideAs(browser, REPORTER, AT_SEA + "&o=shift")) {
      awaitText(tab, "shift-unread", "3 changes, 3 not seen");
      assertThat(what(tab, moves)).isEqualTo("moved");
      assertThat(tab.at("shift-kinds").locator("button").allInnerTexts())
          .containsExactly("1 Worse", "1 New", "1 Moved");

      Locator worse = tab.at("shift-kinds").locator("[data-name=worse]");
      worse.press("Enter");
      awaitText(tab, "shift-unread", "1 listed");
      assertThat(worse.getAttribute("aria-pressed")).isEqualTo("true");
      assertThat(worse.evaluate("node => node === document.activeElement")).isEqualTo(true);
      assertThat(row(tab, comes).count()).isZero();
      tab.awaitAddress("what=worse~~");
      tab.page().reload();
      awaitText(tab, "shift-unread", "1 listed");
      assertThat(tab.text("shift-seen")).contains("I have seen this one");
      tab.click("shift-seen");
      awaitText(tab, "shift-unread", "3 changes, 2 not seen");

      tab.at("shift-only").check();
      tab.at("shift-none").waitFor();
      assertThat(tab.text("shift-none")).contains("Nothing of this choice");
      tab.click("shift-everything");
      awaitText(tab, "shift-unread", "3 changes, 2 not seen");
      row(tab, comes).waitFor();
      tab.at("shift-list").locator(".shift-head").first().focus();
      tab.page().keyboard().press("ArrowDown");
      assertThat(
              row(tab, comes)
                  .locator(".shift-head")
                  .evaluate("node => node === document.activeElement"))
          .isEqualTo(true);
    }
  }

  private static Locator row(Tab tab, String id) {
    return tab.page().locator("[data-testid=shift-change][data-id='" + id + "']");
  }

  private static String what(Tab tab, String id) {
    return row(tab, id).getAttribute("data-what");
  }

  static void awaitText(Tab tab, String testId, String text) {
    tab.page()
        .waitForFunction(
            "([id, text]) => document.querySelector(`[data-testid=\"${id}\"]`)?.textContent"
                + ".includes(text)",
            java.util.List.of(testId, text));
  }

  private static String incident(String title, double longitude) throws Exception {
    return Demo.create(
        "/collections/incident/items",
        """
        {"type": "Feature", "geometry": {"type": "Point", "coordinates": [%s, -41.5]},
         "properties": {"title": "%s", "type": "TENSION", "severity": 2, "exercise": true,
           "valid_from": "2026-06-15T10:00:00Z"}}
        """
            .formatted(longitude, title));
  }

  private static void edit(String id) throws Exception {
    String path = "/collections/incident/items/" + id;
    Demo.patch(path, Demo.tag(path), "{\"properties\":{\"severity\":4}}");
  }

  private static void delete(String id) throws Exception {
    String path = "/collections/incident/items/" + id;
    SignedIn analyst = Demo.as(Demo.ANALYST);
    HttpResponse<String> answer =
        analyst.send(
            analyst
                .request(path)
                .header("If-Match", Demo.tag(path))
                .method("DELETE", HttpRequest.BodyPublishers.noBody()));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
  }
}
