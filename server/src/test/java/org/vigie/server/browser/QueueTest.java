package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What is entered without a line waits, is counted, outlives a crash and is sent once, in its
 * order.
 */
@ExtendWith(Chromium.class)
class QueueTest {

  private static final String INCIDENTS = "/collections/incident/items";
  private static final String DUTY_OFFICER = "duty-officer";

  @Test
  void reportsWithoutALineOutliveACrashAndAreSentOnceInTheirOrderByTwoTabs(Browser browser)
      throws Exception {
    try (Tab tab = open(browser, "")) {
      OfflineTest.awaitKept(tab);
      tab.click("tool-entry").at("entry-form").waitFor();
      tab.context().setOffline(true);
      report(tab, "EXERCISE queued first", "UNCLASSIFIED");
      assertThat(tab.text("unsent")).contains("1 not sent");
      tab.click("queued-another");
      report(tab, "EXERCISE queued second", "UNCLASSIFIED");
      assertThat(tab.text("unsent")).contains("2 not sent");
      assertThat(found("EXERCISE queued first")).as("nothing was sent").isEmpty();

      // A page that is torn down, and another beside it.
      Page other = tab.context().newPage();
      other.navigate(Demo.url());
      other.waitForSelector("#app[data-state=ready]");
      other.getByTestId("unsent").waitFor();
      assertThat(other.getByTestId("unsent").innerText()).contains("2 not sent");
      tab.page().reload();
      tab.page().waitForSelector("#app[data-state=ready]");
      assertThat(tab.text("unsent")).contains("2 not sent");

      tab.context().setOffline(false);
      tab.at("unsent").waitFor(OfflineTest.hidden());
      other.getByTestId("unsent").waitFor(OfflineTest.hidden());
      JsonNode first = found("EXERCISE queued first");
      JsonNode second = found("EXERCISE queued second");
      assertThat(first).as("sent once").hasSize(1);
      assertThat(second).as("sent once").hasSize(1);
      assertThat(recorded(first)).isLessThan(recorded(second));
      Demo.remove(INCIDENTS + '/' + first.at("/0/id").asText());
      Demo.remove(INCIDENTS + '/' + second.at("/0/id").asText());
      tab.forgive("Failed to load resource");
    }
  }

  @Test
  void anEditThatMeetsAnotherIsShownAndDecidedByAPerson(Browser browser) throws Exception {
    String id =
        Demo.create(
            INCIDENTS,
            """
            {"type": "Feature", "geometry": null, "properties": {"title": "EXERCISE crossing",
             "type": "CRIME", "valid_from": "2026-06-01T08:00:00Z",
             "time_precision": "EXACT_DAY", "exercise": true}}
            """);
    String path = INCIDENTS + '/' + id;
    try (Tab tab = open(browser, "#v1/6/-11.5/-20.6/s=incident:" + id)) {
      tab.click("edit-entry").at("entry-task").waitFor();
      tab.context().setOffline(true);
      tab.fill("field-title", "EXERCISE crossing, mine").click("entry-save");
      tab.at("entry-queued").waitFor();
      Demo.patch(path, Demo.tag(path), "{\"properties\": {\"title\": \"EXERCISE theirs\"}}");
      tab.context().setOffline(false);

      tab.click("queued-list");
      tab.at("queue-decide").waitFor();
      assertThat(tab.text("unsent")).as("not sent until somebody decides").contains("1 not sent");
      tab.click("queue-decide");
      assertThat(tab.text("entry-conflict")).contains("EXERCISE theirs", "EXERCISE crossing, mine");
      tab.click("conflict-save");
      tab.at("queue-empty").waitFor();
      assertThat(Demo.get(path).at("/properties/title").asText())
          .isEqualTo("EXERCISE crossing, mine");
      Demo.remove(path);
      tab.forgive("Failed to load resource");
    }
  }

  @Test
  void whatIsMarkedHighWaitsInTheTabAloneAndSigningOutDiscardsOnlyWhenToldTo(Browser browser)
      throws Exception {
    try (Tab tab = open(browser, "")) {
      OfflineTest.awaitKept(tab);
      tab.click("tool-entry").at("entry-form").waitFor();
      tab.context().setOffline(true);
      report(tab, "EXERCISE openly", "UNCLASSIFIED");
      tab.click("queued-another");
      report(tab, "EXERCISE covertly", "CONFIDENTIAL");
      tab.click("queued-list");
      assertThat(tab.text("queue")).contains("EXERCISE openly", "EXERCISE covertly", "in this tab");
      assertThat(onDisk(tab)).contains("EXERCISE openly").doesNotContain("EXERCISE covertly");
      tab.awaitAddress("o=line");
      tab.page().reload();
      tab.page().waitForSelector("#app[data-state=ready]");
      assertThat(tab.text("unsent")).as("outlives a reload").contains("2 not sent");

      tab.at("queue-entry").last().getByTestId("queue-discard").click();
      tab.click("queue-discard-sure");
      tab.page().waitForCondition(() -> tab.at("queue-entry").count() == 1);
      tab.page().route("**/collections/incident/items", route -> route.abort());
      tab.context().setOffline(false);
      tab.at("offline").waitFor(OfflineTest.hidden());
      tab.click("account").click("sign-out");
      assertThat(tab.text("leaving")).contains("1 entry was not sent");
      tab.click("leaving-stay");
      assertThat(tab.text("unsent")).contains("1 not sent");
      tab.click("account").click("sign-out").click("leaving-yes");
      tab.page().waitForURL("**/login**");
      assertThat(OfflineTest.lookedThrough(tab)).doesNotContain("EXERCISE openly");
      assertThat(found("EXERCISE openly")).isEmpty();
      tab.forgive("Failed to load resource");
    }
  }

  private static Tab open(Browser browser, String fragment) {
    return Tab.withWorker(browser, Demo.url(), Demo.signIn(DUTY_OFFICER), fragment);
  }

  private static void report(Tab tab, String title, String classification) {
    tab.at("entry-what").selectOption("incident");
    tab.at("where-unknown").check();
    tab.fill("field-title", title);
    tab.at("field-type").selectOption("RIOTS");
    tab.at("entry-classification").selectOption(classification);
    tab.click("entry-save");
    tab.at("entry-queued").waitFor();
  }

  private static JsonNode found(String title) throws Exception {
    return Demo.get(INCIDENTS + "?filter=title='" + title.replace(" ", "%20") + "'")
        .path("features");
  }

  private static String recorded(JsonNode features) {
    return features.at("/0/properties/recorded_at").asText();
  }

  private static String onDisk(Tab tab) {
    return (String)
        tab.page()
            .evaluate(
                """
                async () => {
                  const db = await new Promise((done) => {
                    const open = indexedDB.open('vigie-queue');
                    open.onsuccess = () => done(open.result);
                  });
                  const all = await new Promise((done) => {
                    db.transaction('entries').objectStore('entries').getAll().onsuccess =
                      (e) => done(JSON.stringify(e.target.result));
                  });
                  db.close();
                  return all + JSON.stringify(localStorage);
                }
                """);
  }
}
