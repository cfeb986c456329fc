package org.vigie.server.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of the web module and of WebJars, from the class path folder {@code
 * META-INF/resources}. Paths that carry a version or a digest never change and are cached for a
 * year; the others are revalidated.
 */
public final class StaticAssets implements Routes {

  private static final String ROOT = "META-INF/resources";
  private static final Pattern SAFE_PATH = Pattern.compile("(/[A-Za-z0-9@_-][A-Za-z0-9@._+-]*)+");
  private static final Pattern VERSIONED = Pattern.compile("/webjars/.*|/assets/[0-9a-f]{12}/.*");
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

  private static final class Asset {
    final byte[] content;
    final String type;
    final String tag;
    final String policy;

    Asset(byte[] content, String type) {
      this.content = content;
      this.type = type;
      this.tag = EntityTags.ofContent(content);
      this.policy = type.startsWith("text/html") ? policy(content) : "";
    }
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/assets/<path>").open().anyQuery().handle(this::serve),
        Route.get("/webjars/<path>").open().anyQuery().handle(this::serve),
        Route.get("/favicon.ico").open().anyQuery().handle(this::serve));
  }

  /** Whether the file is there, for example {@code /index.html}. */
  public boolean has(String path) {
    return find(path).isPresent();
  }

  public void serve(Context context) {
    serve(context, context.path());
  }

  public void serve(Context context, String path) {
    Asset asset =
        find(path).orElseThrow(() -> ProblemException.notFound("There is no file " + path + "."));
    if (!asset.policy.isEmpty()) {
      context.header("Content-Security-Policy", asset.policy);
    }
    if (VERSIONED.matcher(path).matches()) {
      context.header("Cache-Control", "public, max-age=31536000, immutable");
      context.removeHeader("Vary");
    }
    if (!EntityTags.notModified(context, asset.tag)) {
      context.result(asset.content).contentType(asset.type);
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
    try (InputStream in = StaticAssets.class.getClassLoader().getResourceAsStream(ROOT + path)) {
      if (in == null) {
        return Optional.empty();
      }
      return Optional.of(new Asset(in.readAllBytes(), type));
    } catch (IOException broken) {
      throw new IllegalStateException("cannot read " + path, broken);
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
