package org.vigie.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.geodata.model.BadInputException;

class TlsTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC"})
  void theServerSpeaksTlsAndTellsBrowsersToComeBackThatWay(String algorithm) throws Exception {
    CertificateFiles own = CertificateFiles.create(folder, "own", algorithm, "-1d", 30);
    try (HttpServer server = start(own.files())) {
      assertThat(server.url()).startsWith("https://127.0.0.1:");
      HttpClient client =
          HttpClient.newBuilder().sslContext(CertificateFiles.trusting(own)).build();
      for (String path : List.of("health/live", "nowhere", "health/%00")) {
        HttpResponse<String> answer =
            client.send(
                HttpRequest.newBuilder(URI.create(server.url() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("Strict-Transport-Security"))
            .as(path)
            .hasValueSatisfying(value -> assertThat(value).startsWith("max-age=31536000"));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(HttpClient.Version.class)
  void bothVersionsOfHttpAnswerTheSameAndKeepTheSameLimits(HttpClient.Version version)
      throws Exception {
    CertificateFiles own = CertificateFiles.create(folder, "own", "EC", "-1d", 30);
    try (HttpServer server = start(own.files())) {
      HttpClient client =
          HttpClient.newBuilder()
              .version(version)
              .sslContext(CertificateFiles.trusting(own))
              .build();
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(server.url() + "health/live"));
      HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
      assertThat(answer.version()).isEqualTo(version);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
      HttpRequest tooLong =
          request.copy().header("X-Long", "x".repeat(HttpLimits.HEADER_BYTES)).build();
      if (version == HttpClient.Version.HTTP_1_1) {
        assertThat(client.send(tooLong, BodyHandlers.ofString()).statusCode()).isEqualTo(431);
      } else {
        assertThatThrownBy(() -> client.send(tooLong, BodyHandlers.ofString()))
            .as("headers that are not read to their end leave the others of the line unreadable")
            .isInstanceOf(IOException.class);
      }
      assertThat(client.send(request.build(), BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void nothingOlderThanTlsOneDotTwoIsSpoken() throws Exception {
    CertificateFiles own = CertificateFiles.create(folder, "own", "RSA", "-1d", 30);
    try (HttpServer server = start(own.files())) {
      assertThat(handshake(server, own, "TLSv1.3")).isNotNull();
      // The client of the JDK speaks nothing older itself, so the greeting is sent by hand.
      assertThat(answerToHello(server, 3)).as("TLS 1.2: a handshake record").startsWith(22);
      for (int minor : List.of(0, 1, 2)) {
        byte[] answer = answerToHello(server, minor);
        assertThat(answer).as("3.%d: an alert", minor).startsWith(21);
        assertThat(answer[6]).as("3.%d: protocol_version", minor).isEqualTo((byte) 70);
      }
    }
  }

  /** The first bytes of the answer to a ClientHello of version 3.minor (3.3 is TLS 1.2). */
  private static byte[] answerToHello(HttpServer server, int minor) throws IOException {
    String suites = "c02f" + "c013" + "002f";
    String extensions = "000d0006" + "0004" + "04010403" + "000a0004" + "0002" + "0017";
    String body =
        "03%02x".formatted(minor)
            + "5a".repeat(32)
            + "00"
            + "%04x".formatted(suites.length() / 2)
            + suites
            + "0100"
            + "%04x".formatted(extensions.length() / 2)
            + extensions;
    String handshake = "01" + "%06x".formatted(body.length() / 2) + body;
    String sent = "160301" + "%04x".formatted(handshake.length() / 2) + handshake;
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      socket.getOutputStream().write(HexFormat.of().parseHex(sent));
      return socket.getInputStream().readNBytes(7);
    }
  }

  @Test
  void aRenewedCertificateIsTakenUpWithoutARestart() throws Exception {
    CertificateFiles old = CertificateFiles.create(folder, "old", "EC", "-1d", 30);
    CertificateFiles renewed = CertificateFiles.create(folder, "renewed", "EC", "-1d", 90);
    try (HttpServer server = start(old.files())) {
      assertThat(handshake(server, old, "TLSv1.3").getSubjectX500Principal().getName())
          .isEqualTo("CN=old.example");
      Files.copy(
          renewed.files().key(),
          old.files().key(),
          java.nio.file.StandardCopyOption.REPLACE_EXISTING,
          java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
      Files.copy(
          renewed.files().certificate(),
          old.files().certificate(),
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      Files.setLastModifiedTime(
          old.files().certificate(), FileTime.from(Instant.now().plusSeconds(9)));
      String subject = "";
      for (int tries = 0; tries < 600 && !subject.equals("CN=renewed.example"); tries++) {
        Thread.sleep(100);
        subject = handshakeWithAny(server, old, renewed).getSubjectX500Principal().getName();
      }
      assertThat(subject).isEqualTo("CN=renewed.example");
    }
  }

  @Test
  void aKeyThatOthersMayReadIsRefused() throws Exception {
    CertificateFiles own = CertificateFiles.create(folder, "own", "EC", "-1d", 30);
    own.files().check();
    Files.setPosixFilePermissions(own.files().key(), PosixFilePermissions.fromString("rw-r--r--"));
    refused(own.files(), "everybody on this machine can read the private key");
  }

  @Test
  void whatIsNoUsablePairIsRefusedWithTheFileAndTheRemedy() throws Exception {
    CertificateFiles one = CertificateFiles.create(folder, "one", "RSA", "-1d", 30);
    CertificateFiles other = CertificateFiles.create(folder, "other", "RSA", "-1d", 30);
    CertificateFiles ended = CertificateFiles.create(folder, "ended", "EC", "-9d", 1);
    Path absent = folder.resolve("absent.pem");
    Path empty = Files.createFile(folder.resolve("empty.pem"));
    Files.setPosixFilePermissions(empty, PosixFilePermissions.fromString("rw-------"));
    refused(new TlsFiles(one.files().certificate(), other.files().key()), "does not belong");
    refused(ended.files(), "ended on");
    refused(new TlsFiles(absent, one.files().key()), "cannot be read");
    refused(new TlsFiles(one.files().certificate(), absent), "cannot be read");
    refused(new TlsFiles(empty, one.files().key()), "no certificate");
    refused(new TlsFiles(one.files().certificate(), empty), "PKCS #8");
    refused(new TlsFiles(one.files().key(), one.files().key()), "no certificate");
  }

  private static void refused(TlsFiles files, String what) {
    assertThatThrownBy(files::check)
        .isInstanceOfSatisfying(
            BadInputException.class,
            wrong -> {
              assertThat(wrong.faults().get(0).what()).contains(what);
              assertThat(wrong.faults().get(0).file()).isNotBlank();
              assertThat(wrong.faults().get(0).fix()).isNotBlank();
            });
  }

  private static HttpServer start(TlsFiles files) {
    return new HttpServer(
            HttpOptions.loopback(0).withTls(files),
            Authentication.always(Caller.operator("test")),
            List.of(new Health(() -> true)))
        .start();
  }

  private static X509Certificate handshake(
      HttpServer server, CertificateFiles trusted, String version) throws Exception {
    return handshake(server, CertificateFiles.trusting(trusted), version);
  }

  private static X509Certificate handshakeWithAny(HttpServer server, CertificateFiles... trusted)
      throws Exception {
    return handshake(server, CertificateFiles.trusting(trusted), "TLSv1.3");
  }

  private static X509Certificate handshake(HttpServer server, SSLContext context, String version)
      throws IOException {
    try (SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", server.port())) {
      socket.setEnabledProtocols(new String[] {version});
      socket.startHandshake();
      return (X509Certificate) socket.getSession().getPeerCertificates()[0];
    }
  }
}
