package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What cannot be done is said in the language in which it was asked. */
@ExtendWith(Chromium.class)
class ProblemLanguagesTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ABSENT = "/collections/nothing-such";
  private static final String BROKEN = "/collections/incident/items?filter=title%20%3D%203";

  @Test
  void aProblemIsSaidInTheLanguageThatTheRequestPrefers() throws Exception {
    assertThat(detail(ABSENT, "fr"))
        .isEqualTo("Il n’y a pas de collection «\u00a0nothing-such\u00a0».");
    assertThat(detail(ABSENT, "es-CO")).isEqualTo("No hay colección «nothing-such».");
    assertThat(detail(ABSENT, "ar")).isEqualTo("لا توجد مجموعة «\u2068nothing-such\u2069».");
    assertThat(detail(ABSENT, "sw, es;q=0.4, fr;q=0.9")).startsWith("Il n’y a pas");
    String english = "There is no collection 'nothing-such'.";
    for (String other : List.of("en", "sw", "*", "fr;q=0", ";;=", "fr,".repeat(300))) {
      assertThat(detail(ABSENT, other)).as(other).isEqualTo(english);
    }
    assertThat(JSON.readTree(ask(ABSENT, Optional.empty()).body()).path("detail").asText())
        .isEqualTo(english);
  }

  @Test
  void theAnswerTellsItsLanguageAndOnlyProblemsDo() throws Exception {
    HttpResponse<String> problem = ask(BROKEN, Optional.of("fr"));
    assertThat(problem.statusCode()).isEqualTo(400);
    assertThat(problem.headers().firstValue("Content-Language")).contains("fr");
    assertThat(String.join(",", problem.headers().allValues("Vary"))).contains("Accept-Language");
    JsonNode document = JSON.readTree(problem.body());
    assertThat(document.path("title").asText()).isEqualTo("Requête incorrecte");
    assertThat(document.at("/errors/0/field").asText()).isEqualTo("filter");
    assertThat(document.at("/errors/0/fix").asText()).startsWith("Comparez des valeurs");

    HttpResponse<String> french = ask("/collections/incident", Optional.of("fr"));
    HttpResponse<String> plain = ask("/collections/incident", Optional.empty());
    assertThat(french.body()).isEqualTo(plain.body());
    assertThat(french.headers().firstValue("Content-Language")).isEmpty();
    assertThat(french.headers().firstValue("ETag")).isEqualTo(plain.headers().firstValue("ETag"));
    assertThat(String.join(",", french.headers().allValues("Vary")))
        .isEqualTo(String.join(",", plain.headers().allValues("Vary")));
  }

  @Test
  void whatWasTypedStandsInTheProblemAsItIs() throws Exception {
    for (String typed : List.of("%7Bname%7D", "%3Cimg%20src%3Dx%3E", "%241")) {
      String shown = URLDecoder.decode(typed, StandardCharsets.UTF_8);
      for (String language : List.of("en", "fr", "es", "ar")) {
        assertThat(detail("/collections/" + typed, language)).contains(shown);
      }
    }
  }

  @Test
  void thePageShowsTheFaultOfAFilterAndOfAPlaceInItsLanguage(Browser browser) {
    try (Tab tab = Tab.wide(browser, "#v1/7/-11/-21.5/t=2026-04-01..2026-06-30&l=incident")) {
      speak(tab, "fr");
      tab.click("tab-filters");
      assertThat(refused(tab)).contains("à la position").contains("Admis ici");
      speak(tab, "ar");
      tab.click("tab-filters");
      assertThat(refused(tab)).contains("عند الموضع").contains("المسموح هنا");

      tab.click("tool-entry");
      tab.at("entry-what").selectOption("incident");
      tab.fill("where", "34N ZZ 99");
      tab.page().waitForSelector("[data-testid=where-problem]:not(:empty)");
      assertThat(tab.text("where-problem")).containsPattern("\\p{IsArabic}");
      tab.forgive("400 (Bad Request)");
    }
  }

  private static String refused(Tab tab) {
    tab.fill("expert", "title = ");
    tab.page().locator("#panel-filters form button[type=submit]").click();
    tab.page().waitForSelector("#panel-filters .field-problem:not(:empty)");
    return tab.page().locator("#panel-filters .field-problem:not(:empty)").first().innerText();
  }

  private static void speak(Tab tab, String language) {
    tab.click("account").click("language-" + language);
    tab.page().waitForSelector("html[lang=" + language + "] #app[data-state=ready]");
  }

  private static String detail(String path, String language) throws Exception {
    HttpResponse<String> answer = ask(path, Optional.of(language));
    assertThat(answer.statusCode()).isBetween(400, 499);
    return JSON.readTree(answer.body()).path("detail").asText();
  }

  private static HttpResponse<String> ask(String path, Optional<String> language) throws Exception {
    HttpRequest.Builder request =
        Demo.as(Demo.ANALYST).request(path).header("Accept", "application/json");
    language.ifPresent(tag -> request.header("Accept-Language", tag));
    return Demo.as(Demo.ANALYST).send(request);
  }
}
