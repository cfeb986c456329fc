package org.vigie.server.accounts;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks the identity provider: five seconds for a whole answer, and never where it points on to. */
final class OidcWire {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final OidcSettings settings;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .version(HttpClient.Version.HTTP_1_1)
          .build();

  OidcWire(OidcSettings settings) {
    this.settings = settings;
  }

  String get(URI uri) throws OidcException {
    return ask(HttpRequest.newBuilder(uri).GET());
  }

  /** Sends a form as the SDK wrote it. */
  String post(HTTPRequest form) throws OidcException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(form.getURI())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form.getBody()));
    String authorization = form.getAuthorization();
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    return ask(request);
  }

  private String ask(HttpRequest.Builder building) throws OidcException {
    HttpRequest request = building.header("Accept", "application/json").timeout(PATIENCE).build();
    if (!settings.mayAsk(request.uri())) {
      throw OidcException.refused("it would be asked without https: " + request.uri());
    }
    CompletableFuture<HttpResponse<String>> asked =
        client.sendAsync(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    try {
      HttpResponse<String> answer = asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (answer.statusCode() >= 500) {
        throw OidcException.away(request.uri() + " answers " + answer.statusCode());
      }
      if (answer.statusCode() != 200) {
        throw OidcException.refused(request.uri() + " answers " + answer.statusCode());
      }
      return answer.body();
    } catch (ExecutionException | TimeoutException noAnswer) {
      asked.cancel(true);
      throw OidcException.away(request.uri() + " does not answer: " + noAnswer);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw OidcException.away("the server stops");
    }
  }
}
