package org.vigie.server.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.geodata.model.Message;

/**
 * The files of the web module and of WebJars, from the class path folder {@code
 * META-INF/resources}. Paths that carry a version or a digest never change and are cached for a
 * year; the others are revalidated. The build lays compressed forms beside them; what comes from
 * elsewhere is compressed when it is first read.
 */
public final class StaticAssets implements Routes {

  private static final String ROOT = "META-INF/resources";
  private static final String COMPRESSED = "META-INF/compressed";
  private static final int LEAST_BYTES = 300;
  private static final Pattern SAFE_PATH = Pattern.compile("(/[A-Za-z0-9@_-][A-Za-z0-9@._+-]*)+");
  private static final Pattern VERSIONED = Pattern.compile("/webjars/.*|/assets/[0-9a-f]{12}/.*");
  private static final Pattern DIGESTED = Pattern.compile("/assets/[0-9a-f]{12}/.*");
  private static final Pattern IMPORT_MAP =
      Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("mjs", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", MediaTypes.JSON),
          Map.entry("map", MediaTypes.JSON),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("woff2", "font/woff2"));

  private final Map<String, Optional<Asset>> known = new ConcurrentHashMap<>();

  /** Of no use to what is no document: a seventh of what a small module takes on the line. */
  private static final List<String> OF_DOCUMENTS =
      List.of(
          "Content-Security-Policy",
          "X-Frame-Options",
          "Referrer-Policy",
          "Cross-Origin-Opener-Policy",
          "Cross-Origin-Resource-Policy",
          "Permissions-Policy",
          "Strict-Transport-Security");

  private static final class Asset {
    final byte[] content;
    final Map<ContentCoding, byte[]> coded;
    final String type;
    final String tag;
    final String policy;

    Asset(byte[] content, Map<ContentCoding, byte[]> coded, String type) {
      this.content = content;
      this.coded = coded;
      this.type = type;
      this.tag = EntityTags.ofContent(content);
      this.policy = type.startsWith("text/html") ? policy(content) : "";
    }

    boolean isDocument() {
      return type.startsWith("text/html") || type.startsWith("image/svg");
    }
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/assets/<path>").open().anyQuery().handle(this::serve),
        Route.get("/webjars/<path>").open().anyQuery().handle(this::serve),
        Route.get("/service-worker.js").open().anyQuery().handle(this::serve),
        Route.get("/favicon.ico").open().anyQuery().handle(this::serve));
  }

  /** Whether the file is there, for example {@code /index.en.html}. */
  public boolean has(String path) {
    return find(path).isPresent();
  }

  public void serve(Context context) {
    serve(context, context.path());
  }

  public void serve(Context context, String path) {
    Asset asset =
        find(path)
            .orElseThrow(
                () -> ProblemException.notFound(Message.of("There is no file {path}.", path)));
    if (!asset.policy.isEmpty()) {
      context.header("Content-Security-Policy", asset.policy);
    }
    Optional<ContentCoding> coding =
        ContentCoding.choose(context.header("Accept-Encoding"), asset.coded.keySet());
    boolean versioned = VERSIONED.matcher(path).matches();
    if (versioned) {
      context.header("Cache-Control", "public, max-age=31536000, immutable");
      if (!asset.isDocument()) {
        OF_DOCUMENTS.forEach(context::removeHeader);
      }
    }
    if (!asset.coded.isEmpty()) {
      String others = versioned ? "" : SecurityHeaders.VARY + ", ";
      context.header("Vary", others + "Accept-Encoding");
    } else if (versioned) {
      context.removeHeader("Vary");
    }
    context.disableCompression();
    String tag = coding.map(c -> c.tag(asset.tag)).orElse(asset.tag);
    // What lies under its own digest is never asked about again.
    if (DIGESTED.matcher(path).matches() || !EntityTags.notModified(context, tag)) {
      coding.ifPresent(c -> context.header("Content-Encoding", c.word()));
      context.result(coding.map(asset.coded::get).orElse(asset.content)).contentType(asset.type);
    }
  }

  private Optional<Asset> find(String path) {
    // Only found files are kept: a scanner asking for nonsense must not fill the memory.
    Optional<Asset> cached = known.get(path);
    if (cached != null) {
      return cached;
    }
    Optional<Asset> asset = read(path);
    asset.ifPresent(a -> known.put(path, asset));
    return asset;
  }

  private static Optional<Asset> read(String path) {
    String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    if (type == null || !SAFE_PATH.matcher(path).matches()) {
      return Optional.empty();
    }
    return bytes(ROOT + path).map(content -> new Asset(content, coded(path, content), type));
  }

  private static Map<ContentCoding, byte[]> coded(String path, byte[] content) {
    Map<ContentCoding, byte[]> coded = new EnumMap<>(ContentCoding.class);
    for (ContentCoding coding : ContentCoding.values()) {
      bytes(COMPRESSED + path + coding.ending()).ifPresent(bytes -> coded.put(coding, bytes));
    }
    if (coded.isEmpty() && content.length >= LEAST_BYTES && !path.matches(".*\\.(png|ico|woff2)")) {
      coded.put(ContentCoding.GZIP, Gzip.smallest(content));
    }
    return coded;
  }

  private static Optional<byte[]> bytes(String resource) {
    try (InputStream in = StaticAssets.class.getClassLoader().getResourceAsStream(resource)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException broken) {
      throw new IllegalStateException("cannot read " + resource, broken);
    }
  }

  /** Allows the page's own import map, which browsers take inline only, by its digest. */
  private static String policy(byte[] html) {
    Matcher map = IMPORT_MAP.matcher(new String(html, StandardCharsets.UTF_8));
    StringBuilder scripts = new StringBuilder("'self'");
    while (map.find()) {
      scripts.append(" 'sha256-").append(digest(map.group(1))).append('\'');
    }
    return SecurityHeaders.policy(scripts.toString());
  }

  private static String digest(String script) {
    try {
      byte[] bytes = script.getBytes(StandardCharsets.UTF_8);
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException everyJreHasIt) {
      throw new IllegalStateException(everyJreHasIt);
    }
  }
}
