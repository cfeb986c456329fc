package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vigie.server.testing.Cable;

/** What one does shows on the open maps of the others, without a click. */
@ExtendWith(Chromium.class)
class LiveTest {

  /** Open sea, where nothing else is. */
  private static final String AT_SEA = "#v1/14/-44.5/-28.5/t=2026-06-01..2026-06-30&l=incident";

  @Test
  void aNewIncidentOfOneShowsOnTheOpenMapOfTheOther(Browser browser) throws Exception {
    try (Tab viewer = Tab.wideAs(browser, "viewer", AT_SEA);
        Tab officer = Tab.wideAs(browser, "duty-officer", AT_SEA)) {
      viewer.awaitNumber("count-incident", 0);
      List<String> asked = new ArrayList<>();
      viewer.page().onRequest(request -> asked.add(request.url()));
      create(officer, "EXERCISE lifeboat", -28.5);
      viewer.awaitNumber("count-incident", 1);
      viewer.page().waitForSelector(".arrival", attached());
      viewer.page().waitForFunction(announced(), "New on the map: Incidents");
      viewer.clickMap(0.5, 0.5);
      assertThat(viewer.text("detail-title")).isEqualTo("EXERCISE lifeboat");
      assertThat(asked).anyMatch(url -> url.contains("/api/picture/incident"));
      assertThat(asked).noneMatch(url -> url.contains("/api/layers"));
    }
  }

  @Test
  void anIncidentMarkedHigherLeavesTheOpenMapOfWhoMayNotSeeIt(Browser browser) throws Exception {
    String place = AT_SEA.replace("-44.5", "-45.5");
    try (Tab officer = Tab.wideAs(browser, "duty-officer", place)) {
      String id = create(officer, "EXERCISE raft", -28.5, -45.5);
      try (Tab viewer = Tab.wideAs(browser, "viewer", place + "&s=incident:" + id)) {
        viewer.awaitNumber("count-incident", 1);
        assertThat(viewer.text("detail-title")).isEqualTo("EXERCISE raft");
        send(
            officer,
            "POST",
            "/api/marks/incident/" + id,
            "{\"classification\":\"CONFIDENTIAL\",\"compartments\":[],\"reason\":\"EXERCISE\"}",
            "\"1\"");
        viewer.awaitNumber("count-incident", 0);
        viewer.at("detail-missing").waitFor();
        viewer.forgive("404");
      }
    }
  }

  @Test
  void whatIsBeingTypedStaysWhenSomebodyElseChangesTheIncident(Browser browser) throws Exception {
    String place = AT_SEA.replace("-44.5", "-46.5");
    try (Tab other = Tab.wideAs(browser, "second-duty-officer", place)) {
      String id = create(other, "EXERCISE trawler", -28.5, -46.5);
      try (Tab officer = Tab.wideAs(browser, "duty-officer", place + "&s=incident:" + id)) {
        officer.at("marks").locator("summary").click();
        officer.fill("marks-reason", "EXERCISE half a sentence");
        patch(other, id, 1, "EXERCISE trawler Two");
        officer.page().waitForFunction(says(), List.of("detail-news", "while you were typing"));
        assertThat(officer.at("marks-reason").inputValue()).isEqualTo("EXERCISE half a sentence");
        assertThat(officer.text("detail-title")).isEqualTo("EXERCISE trawler");
        officer.click("detail-show-new");
        officer.page().waitForFunction(says(), List.of("detail-title", "EXERCISE trawler Two"));

        patch(other, id, 2, "EXERCISE trawler Three");
        officer.page().waitForFunction(says(), List.of("detail-title", "EXERCISE trawler Three"));
        officer.page().waitForFunction(says(), List.of("detail-news", "Somebody changed this"));
      }
    }
  }

  @Test
  void aStreamThatIsCutIsSaidOnThePageAndWhatWasMissedComesWithIt(Browser browser)
      throws Exception {
    String place = AT_SEA.replace("-44.5", "-47.5");
    try (Cable cable = new Cable(URI.create(Demo.url()).getPort());
        Tab officer = Tab.wideAs(browser, "duty-officer", place);
        Tab viewer = Tab.blank(browser)) {
      Page page = viewer.page();
      viewer.context().addCookies(cookieOf("viewer", cable.url()));
      page.navigate(cable.url() + place);
      page.waitForSelector("#app[data-state=ready]");
      viewer.awaitNumber("count-incident", 0);
      assertThat(viewer.at("stale").isVisible()).isFalse();

      cable.pull();
      create(officer, "EXERCISE buoy", -28.5, -47.5);
      viewer.at("stale").waitFor();
      assertThat(viewer.text("stale")).contains("not been fresh since");
      assertThat(viewer.number("count-incident")).as("nothing came through").isZero();

      cable.plugIn();
      viewer.awaitNumber("count-incident", 1);
      viewer.at("stale").waitFor(hidden());
      viewer.forgive("Failed to load resource");
    }
  }

  private static List<com.microsoft.playwright.options.Cookie> cookieOf(
      String username, String url) {
    return List.of(
        new com.microsoft.playwright.options.Cookie("vigie-session", Demo.signIn(username).key())
            .setUrl(url)
            .setHttpOnly(true));
  }

  private static com.microsoft.playwright.Page.WaitForSelectorOptions attached() {
    return new Page.WaitForSelectorOptions()
        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED);
  }

  private static com.microsoft.playwright.Locator.WaitForOptions hidden() {
    return new com.microsoft.playwright.Locator.WaitForOptions()
        .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN);
  }

  private static String announced() {
    return "text => document.querySelector('[data-testid=announcer]').textContent.includes(text)";
  }

  private static String says() {
    return "([id, text]) => document.querySelector(`[data-testid=\"${id}\"]`)"
        + "?.textContent.includes(text)";
  }

  private static String create(Tab tab, String title, double lon) {
    return create(tab, title, lon, -44.5);
  }

  private static String create(Tab tab, String title, double lon, double lat) {
    String body =
        """
        {"type": "Feature", "geometry": {"type": "Point", "coordinates": [%s, %s]},
         "properties": {"type": "CRIME", "status": "REPORTED", "title": "%s",
           "valid_from": "2026-06-15T10:00:00Z", "time_precision": "EXACT_DAY",
           "location_class": "GPS", "radius_m": 50}}
        """
            .formatted(lon, lat, title);
    String location = send(tab, "POST", "/collections/incident/items", body, "");
    return location.substring(location.lastIndexOf('/') + 1);
  }

  private static void patch(Tab tab, String id, int version, String title) {
    send(
        tab,
        "PATCH",
        "/collections/incident/items/" + id,
        "{\"properties\": {\"title\": \"" + title + "\"}}",
        "\"" + version + "\"");
  }

  /** As the page's own user, in his session; gives the Location. */
  private static String send(Tab tab, String method, String path, String body, String tag) {
    Object answer =
        tab.page()
            .evaluate(
                """
                async ([method, path, body, tag]) => {
                  const session = await (await fetch('/api/session')).json();
                  const type = method === 'PATCH' ? 'application/merge-patch+json'
                    : path.startsWith('/api') ? 'application/json' : 'application/geo+json';
                  const answer = await fetch(path, { method, body, headers: {
                    'content-type': type, 'x-csrf-token': session.csrfToken,
                    ...(tag ? { 'if-match': tag } : {}) } });
                  return answer.ok ? answer.headers.get('location') ?? '' : `! ${answer.status} ${await answer.text()}`;
                }
                """,
                List.of(method, path, body, tag));
    assertThat(String.valueOf(answer)).doesNotStartWith("!");
    return String.valueOf(answer);
  }
}
