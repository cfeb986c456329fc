package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vigie.server.testing.SignedIn;

@ExtendWith(Chromium.class)
class InboxTest {

  @Test
  void anOfficerWorksTheInboxByKeyboard(Browser browser) throws Exception {
    try (Tab tab = Tab.wide(browser)) {
      tab.page().keyboard().press("b");
      tab.at("waiting").first().waitFor();
      tab.click("queue-REPORTED");
      tab.at("step-TRIAGED").waitFor();
      long reported = waiting("REPORTED");
      String first = chosen(tab).getAttribute("data-id");
      tab.page().keyboard().press("j");
      assertThat(chosen(tab).getAttribute("data-id")).isNotEqualTo(first);
      tab.page().keyboard().press("k");
      tab.at("step-TRIAGED").waitFor();
      tab.page().keyboard().press("t");
      awaitText(tab, "announcer", "triaged");
      awaitText(tab, "queue-REPORTED", Long.toString(reported - 1));
      assertThat(state(first)).isEqualTo("TRIAGED");

      tab.page().keyboard().press("z");
      awaitText(tab, "queue-REPORTED", Long.toString(reported));
      assertThat(state(first)).isEqualTo("REPORTED");

      tab.click("queue-REPORT");
      tab.at("inbox-make").waitFor();
      long reports = waiting("REPORT");
      tab.page().keyboard().press("l");
      assertThat(tab.at("attach-ref").inputValue()).startsWith("MIMAR-");
      tab.page().keyboard().press("Enter");
      awaitText(tab, "queue-REPORT", Long.toString(reports - 1));
      tab.page().keyboard().press("z");
      awaitText(tab, "queue-REPORT", Long.toString(reports));

      tab.page().keyboard().press("Enter");
      tab.at("related").waitFor();
      tab.at("make-incident").waitFor();
    }
  }

  @Test
  void whoMayNotWriteIncidentsIsNotOfferedToMakeOne(Browser browser) throws Exception {
    String id = reportThatWaits(Demo.as("duty-officer"), Demo.as("reporter"));
    try (Tab officer = Tab.wideAs(browser, "duty-officer", "#v1////s=report:" + id);
        Tab tab = Tab.wideAs(browser, "reporter", "#v1////s=report:" + id)) {
      awaitText(officer, "related", "Make incident");
      awaitText(tab, "related", "Nothing is linked");
      assertThat(tab.at("make-incident").count()).isZero();
      assertThat(tab.at("attach-incident").count()).isZero();
      tab.at("correct-entry").waitFor();
    }
  }

  @Test
  void aReportNearAnOpenIncidentIsLinkedByOnePressOnWhatIsProposed(Browser browser)
      throws Exception {
    String place =
        "{\"type\": \"Feature\", \"geometry\": {\"type\": \"Point\", \"coordinates\": [-2.5,"
            + " -37.5]}, \"properties\": {\"valid_from\": \"2026-02-05T04:05:00Z\", ";
    String incident =
        Demo.create(
            "/collections/incident/items",
            place + "\"type\": \"CRIME\", \"title\": \"EXERCISE theft of fuel at the jetty\"}}");
    String report =
        Demo.create(
            "/collections/report/items",
            place
                + "\"received_at\": \"2026-02-05T05:05:00Z\", \"channel\": \"RADIO\", \"raw_text\":"
                + " \"EXERCISE\", \"headline\": \"EXERCISE fuel stolen at the jetty\"}}");
    try (Tab tab = Tab.wideAs(browser, "duty-officer", "#v1////s=report:" + report)) {
      tab.at("link-proposal").first().waitFor();
      assertThat(tab.at("link-proposal").first().getAttribute("data-id")).isEqualTo(incident);
      assertThat(tab.text("link-proposals")).contains("same place", "same time");
      tab.at("link-proposed").first().focus();
      tab.page().keyboard().press("Enter");
      awaitText(tab, "related", "Reports on EXERCISE theft of fuel at the jetty");
      assertThat(tab.at("link-proposal").count()).isZero();
    }
  }

  /** One of the first's inbox that the other may read as well. */
  private static String reportThatWaits(SignedIn keeper, SignedIn other) throws Exception {
    String inbox = keeper.send(keeper.request("/api/inbox?queue=REPORT&limit=50")).body();
    for (var item : new ObjectMapper().readTree(inbox).path("items")) {
      String id = item.path("id").asText();
      if (other.send(other.request("/collections/report/items/" + id)).statusCode() == 200) {
        return id;
      }
    }
    throw new AssertionError("no report waits that both may read");
  }

  private static Locator chosen(Tab tab) {
    return tab.page().locator(".waiting[aria-current=true]");
  }

  private static void awaitText(Tab tab, String testId, String part) {
    tab.page()
        .waitForFunction(
            "([id, part]) => document.querySelector(`[data-testid=\"${id}\"]`)"
                + "?.textContent.includes(part)",
            List.of(testId, part));
  }

  private static long waiting(String queue) throws Exception {
    for (var each : Demo.get("/api/inbox?limit=1").path("queues")) {
      if (each.path("name").asText().equals(queue)) {
        return each.path("count").asLong();
      }
    }
    throw new AssertionError("no queue " + queue);
  }

  private static String state(String incident) throws Exception {
    return Demo.get("/api/workflow/incident/" + incident).path("state").asText();
  }
}
