package org.vigie.server.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/**
 * The server's certificate with those that lead to its authority, and its private key: PEM files as
 * every authority hands them out.
 */
public record TlsFiles(Path certificate, Path key) {

  private static final Pattern PRIVATE_KEY =
      Pattern.compile(
          "-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----",
          Pattern.DOTALL);
  private static final Set<PosixFilePermission> FOR_OTHERS =
      Set.of(PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE);

  /**
   * @throws BadInputException as {@link #read} does
   */
  public void check() throws BadInputException {
    read(new char[] {'-'}, Clock.systemUTC());
  }

  /**
   * Reads both and looks whether they can be used now.
   *
   * @param password of the store that is returned, which only exists in memory
   * @throws BadInputException when a file is missing, is no PEM, can be read by everybody on the
   *     machine, is out of date, or when key and certificate do not belong together
   */
  KeyStore read(char[] password, Clock clock) throws BadInputException {
    X509Certificate[] chain = chain();
    refuseExpired(chain[0], clock);
    PrivateKey privateKey = privateKey(chain[0].getPublicKey().getAlgorithm());
    try {
      if (!belongTogether(chain[0], privateKey)) {
        throw refused(
            key,
            Message.of("the key does not belong to the certificate"),
            Message.of("Give the pair"));
      }
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, password);
      store.setKeyEntry("vigie", privateKey, password, chain);
      return store;
    } catch (GeneralSecurityException | IOException cannot) {
      throw refused(
          certificate,
          Message.of("cannot be used: {cannot}", cannot.getMessage()),
          Message.of("Give another pair"));
    }
  }

  /** Changes whenever one of the files is replaced. */
  List<FileTime> changed() throws IOException {
    return List.of(Files.getLastModifiedTime(certificate), Files.getLastModifiedTime(key));
  }

  /** When the certificate ends, in words, for the operator. */
  public String description() throws BadInputException {
    X509Certificate first = chain()[0];
    return first.getSubjectX500Principal().getName() + ", until " + first.getNotAfter().toInstant();
  }

  /** When the certificate ends. */
  public Instant end() throws BadInputException {
    return chain()[0].getNotAfter().toInstant();
  }

  private X509Certificate[] chain() throws BadInputException {
    try {
      List<? extends Certificate> chain =
          List.copyOf(
              CertificateFactory.getInstance("X.509")
                  .generateCertificates(new ByteArrayInputStream(bytes(certificate))));
      if (chain.isEmpty()) {
        throw refused(
            certificate, Message.of("holds no certificate"), Message.of("Give a PEM file"));
      }
      return chain.toArray(X509Certificate[]::new);
    } catch (GeneralSecurityException wrong) {
      throw refused(
          certificate,
          Message.of("is no certificate in PEM: {wrong}", wrong.getMessage()),
          Message.of("Give one"));
    }
  }

  private PrivateKey privateKey(String algorithm) throws BadInputException {
    refuseOpenToOthers();
    Matcher pem = PRIVATE_KEY.matcher(new String(bytes(key), StandardCharsets.US_ASCII));
    if (!pem.find()) {
      throw refused(
          key,
          Message.of("holds no unencrypted PKCS #8 key"),
          Message.of("Make one with: openssl pkcs8 -topk8 -nocrypt -in OLD -out NEW"));
    }
    try {
      byte[] encoded = Base64.getMimeDecoder().decode(pem.group(1));
      return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException | IllegalArgumentException wrong) {
      throw refused(
          key,
          Message.of("is no {algorithm} key: {wrong}", algorithm, wrong.getMessage()),
          Message.of("Give the pair"));
    }
  }

  private void refuseOpenToOthers() throws BadInputException {
    try {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(key);
      if (permissions.stream().anyMatch(FOR_OTHERS::contains)) {
        throw refused(
            key,
            Message.of("everybody on this machine can read the private key"),
            Message.of("chmod 600 it"));
      }
    } catch (UnsupportedOperationException noPosix) {
      // Nothing to look at on this file system.
    } catch (IOException absent) {
      throw refused(
          key,
          Message.of("cannot be read"),
          Message.of("Name a file that the server's account may read"));
    }
  }

  private void refuseExpired(X509Certificate first, Clock clock) throws BadInputException {
    if (first.getNotAfter().toInstant().isBefore(clock.instant())) {
      throw refused(
          certificate,
          Message.of("the certificate ended on {moment}", first.getNotAfter().toInstant()),
          Message.of("Ask your authority for a new one"));
    }
  }

  private static boolean belongTogether(X509Certificate certificate, PrivateKey key)
      throws GeneralSecurityException {
    String algorithm =
        switch (key.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> key.getAlgorithm();
        };
    byte[] sample = "vigie".getBytes(StandardCharsets.US_ASCII);
    Signature signing = Signature.getInstance(algorithm);
    signing.initSign(key);
    signing.update(sample);
    byte[] signed = signing.sign();
    Signature checking = Signature.getInstance(algorithm);
    checking.initVerify(certificate.getPublicKey());
    checking.update(sample);
    return checking.verify(signed);
  }

  private byte[] bytes(Path file) throws BadInputException {
    try {
      return Files.readAllBytes(file);
    } catch (IOException absent) {
      throw refused(
          file,
          Message.of("cannot be read"),
          Message.of("Name a file that the server's account may read"));
    }
  }

  private static BadInputException refused(Path file, Message what, Message fix) {
    return new BadInputException(Fault.of(null, what, fix).at(file.toString(), 0));
  }
}
