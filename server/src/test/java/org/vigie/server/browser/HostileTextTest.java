package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.layer.Property;
import org.vigie.geodata.layer.PropertyType;
import org.vigie.server.testing.SignedIn;

/** Markup and script in every text are shown as the characters they are, and never run. */
@ExtendWith(Chromium.class)
class HostileTextTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What runs says so; what becomes an element can be found. */
  private static final String RUN = "window.hostile=1;alert(1)";

  private static final List<String> SHELLS =
      List.of(
          "<script>RUN</script>",
          "<img data-hostile src=x onerror=\"RUN\">",
          "<svg data-hostile onload=\"RUN\">",
          "\"><b data-hostile onmouseover='RUN'>x</b>",
          "'><i data-hostile>x</i>",
          "</title><script>RUN</script>",
          "</textarea><script>RUN</script>",
          "</script><script>RUN</script>",
          "<a data-hostile href=\"javascript:RUN\">x</a>",
          "javascript:RUN",
          "<iframe data-hostile srcdoc=\"<script>parent.hostile=1</script>\"></iframe>",
          "<math data-hostile><mtext><script>RUN</script></mtext></math>",
          "<style data-hostile>*{display:none}</style>",
          "<base data-hostile href=//127.0.0.1:9/>",
          "<form data-hostile action=javascript:RUN><button autofocus onfocus=RUN>",
          "<details data-hostile open ontoggle=RUN>",
          "<input data-hostile autofocus onfocus=RUN>",
          "<template data-hostile><script>RUN</script></template>",
          "--><script>RUN</script><!--",
          "]]><script>RUN</script>",
          "${RUN}",
          "{{constructor.constructor('RUN')()}}",
          "\" onmouseover=\"RUN\" data-hostile=\"",
          "' onfocus='RUN' data-hostile='",
          "`-RUN-`",
          "&lt;img data-hostile src=x onerror=RUN&gt;",
          "&#60;script&#62;RUN&#60;/script&#62;",
          "\\u003cscript\\u003eRUN\\u003c/script\\u003e",
          "<scr<script>ipt>RUN</script>",
          "<ScRiPt>RUN</sCrIpT>",
          "<noscript><p title=\"</noscript><img data-hostile src=x onerror=RUN>\">",
          "<meta data-hostile http-equiv=refresh content=\"0;url=javascript:RUN\">",
          "<object data-hostile data=\"javascript:RUN\">",
          "<video data-hostile><source onerror=RUN></video>");

  private int next;
  private final List<String> sent = new ArrayList<>();

  @Test
  void noTextOfAFeatureRunsOrBecomesMarkup(Browser browser, @TempDir Path folder) throws Exception {
    SignedIn analyst = Demo.as(Demo.ANALYST);
    List<String> features = new ArrayList<>();
    for (String layer : List.of("incident", "report", "ied-report", "patrol", "base")) {
      for (int i = 0; i < 2; i++) {
        features.add(layer + ":" + create(analyst, LayerFiles.read().get(layer)));
      }
    }
    assertThat(sent).hasSizeGreaterThan(80);
    try (Watched watched = new Watched(Tab.wide(browser))) {
      Tab tab = watched.tab();
      for (String feature : features) {
        watched.open("/#v1/8/-46.5/-33.5/t=2026-04-01..2026-06-30&s=" + feature);
        tab.at("history").first().waitFor();
        watched.check(feature);
      }
      String title = tab.text("detail-title");
      assertThat(sent).anyMatch(text -> title.contains(text.strip()));
      tab.page().keyboard().press("b");
      tab.at("waiting").first().waitFor();
      watched.check("the inbox");
      tab.page().keyboard().press("Escape");
      tab.page().keyboard().press("/");
      tab.page().keyboard().type("<img data-hostile src=x onerror=" + RUN + ">");
      tab.page().waitForTimeout(1_500);
      watched.check("the search");

      Path file =
          Files.writeString(
              folder.resolve("<img data-hostile src=x onerror=alert(1)>.csv"),
              "ref,title,type,date,latitude,longitude,\""
                  + RUN
                  + "<b data-hostile>\"\n"
                  + "X,<img data-hostile src=x onerror=alert(1)>,<b data-hostile>,2026-06-01,-11,"
                  + "<b data-hostile>\n");
      watched.open("/");
      tab.click("tool-import").at("import-file").setInputFiles(file);
      tab.page()
          .getByText("<b data-hostile>")
          .first()
          .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
      watched.check("the import");

      for (String shell : SHELLS) {
        String hostile = URLEncoder.encode(text(shell), StandardCharsets.UTF_8);
        watched.open(
            "/#v1/8/-46.5/-33.5/t="
                + hostile
                + "&s="
                + hostile
                + "&f.incident."
                + hostile
                + "=is:"
                + hostile
                + "&q.incident="
                + hostile);
        watched.check("the address with " + shell);
      }
      for (String path :
          List.of(
              "/collections/incident/items?f=html&limit=1000&sortby=-recorded_at",
              "/collections/report/items?f=html&limit=1000&sortby=-recorded_at",
              "/collections/base/items?f=html&limit=1000",
              "/collections/incident/items/" + features.get(0).split(":")[1] + "?f=html",
              "/collections/incident/items/" + features.get(0).split(":")[1] + "/history?f=html",
              "/collections/incident/items?f=html&filter=%3Cimg%20data-hostile%3E%3D1",
              "/collections/%3Cimg%20data-hostile%20src%3Dx%3E?f=html")) {
        tab.page().navigate(Demo.url() + path.substring(1));
        watched.check(path);
      }
      tab.forgive("400");
      tab.forgive("404");
      tab.forgive("422");
    }
  }

  @Test
  void theLoginPageShowsItsErrorsAsText(Browser browser) {
    try (var context = browser.newContext()) {
      Page page = context.newPage();
      List<String> dialogs = new ArrayList<>();
      page.onDialog(
          dialog -> {
            dialogs.add(dialog.message());
            dialog.dismiss();
          });
      page.navigate(
          Demo.url() + "login?ended=yes&to=javascript:alert(1)%22%3E%3Cimg%20data-hostile%3E");
      page.locator("#username").fill("<img data-hostile src=x onerror=alert(1)>");
      page.locator("#password").fill("<script>alert(1)</script>");
      page.keyboard().press("Enter");
      page.locator("#username[value*=hostile]").waitFor();
      assertThat(page.locator("[data-hostile]").count()).isZero();
      assertThat(dialogs).isEmpty();
    }
  }

  /** The deliberate fault: a page that takes text for markup, without our policy. */
  @Test
  void aPageThatTakesTextForMarkupIsCaught(Browser browser) {
    try (var context = browser.newContext()) {
      Page page = context.newPage();
      page.onDialog(dialog -> dialog.dismiss());
      page.navigate("data:text/html,<main></main>");
      page.evaluate(
          "text => { document.querySelector('main').innerHTML = text }", text(SHELLS.get(1)));
      page.waitForFunction("window.hostile === 1");
      assertThat(page.locator("[data-hostile]").count()).isPositive();
    }
  }

  private static String text(String shell) {
    return shell.replace("RUN", RUN);
  }

  /** A feature with something hostile in each text that is free. */
  private String create(SignedIn as, Layer layer) throws Exception {
    JsonNode like =
        Demo.get("/collections/" + layer.name() + "/items?limit=1").path("features").path(0);
    ObjectNode body = JSON.createObjectNode().put("type", "Feature");
    body.set("geometry", atSea(like.path("geometry").path("type").asText()));
    ObjectNode properties = body.putObject("properties");
    properties.put("valid_from", "2026-06-15T10:00:00Z");
    for (Property property : layer.properties()) {
      if (property.protection().isPresent() || property.name().equals("ref")) {
        continue;
      }
      if (property.type() == PropertyType.TEXT || property.type() == PropertyType.LONG_TEXT) {
        properties.put(property.name(), hostile());
      } else if (property.type() == PropertyType.TEXTS) {
        properties.putArray(property.name()).add(hostile()).add(hostile());
      } else if (property.required()) {
        properties.set(property.name(), like.path("properties").path(property.name()));
      }
    }
    HttpResponse<String> answer =
        as.send(
            as.request("/collections/" + layer.name() + "/items")
                .header("Content-Type", "application/geo+json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    String location = answer.headers().firstValue("Location").orElseThrow();
    return location.substring(location.lastIndexOf('/') + 1);
  }

  /** A place of that kind where nothing else is. */
  private static JsonNode atSea(String kind) throws Exception {
    return JSON.readTree(
        switch (kind) {
          case "LineString" ->
              "{\"type\":\"LineString\",\"coordinates\":[[-33.5,-46.5],[-33.4,-46.5]]}";
          case "MultiLineString" ->
              "{\"type\":\"MultiLineString\",\"coordinates\":[[[-33.5,-46.5],[-33.4,-46.5]]]}";
          default -> "{\"type\":\"Point\",\"coordinates\":[-33.5,-46.5]}";
        });
  }

  private String hostile() {
    String text = text(SHELLS.get(next++ % SHELLS.size()));
    sent.add(text);
    return text;
  }

  /** A tab in which nothing may run that did not come from the server's own files. */
  private static final class Watched implements AutoCloseable {

    private final Tab tab;
    private final List<String> dialogs = new ArrayList<>();

    Watched(Tab tab) {
      this.tab = tab;
      tab.page()
          .onDialog(
              dialog -> {
                dialogs.add(dialog.message());
                dialog.dismiss();
              });
    }

    Tab tab() {
      return tab;
    }

    void open(String path) {
      tab.page().navigate("about:blank");
      tab.page().navigate(Demo.url() + path.substring(1));
      tab.page()
          .waitForSelector(
              "#app[data-state=ready]",
              new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
    }

    void check(String where) {
      assertThat(tab.page().locator("[data-hostile]").count()).as(where).isZero();
      assertThat(tab.page().evaluate("window.hostile === undefined")).as(where).isEqualTo(true);
      assertThat(dialogs).as(where).isEmpty();
    }

    @Override
    public void close() {
      tab.close();
    }
  }
}
