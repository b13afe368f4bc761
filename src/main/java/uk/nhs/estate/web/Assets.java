package uk.nhs.estate.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Part;

/// Serves style sheets and the icon: those in the list and nothing else, whatever the path says.
@Controller("/assets")
public class Assets {
  static final String NHSUK = "nhsuk-frontend/10.6.1/nhsuk-frontend.min.css";
  static final String OURS = "estate.css";
  static final String ICON = "estate.svg";

  private final Map<String, Part> files =
      Stream.of(NHSUK, OURS, ICON).collect(Collectors.toMap(path -> path, Assets::read));

  /// The address of a file; it changes with the file, so that browsers may keep it for good.
  String address(String path) {
    return "/assets/"
        + path
        + "?v="
        + Objects.requireNonNull(files.get(path)).hash().substring(0, 12);
  }

  @Get("/{+path}")
  HttpResponse<byte[]> get(String path, @Header(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
    var file = files.get(path);
    if (file == null) {
      return HttpResponse.notFound();
    }
    var tag = '"' + file.hash() + '"';
    MutableHttpResponse<byte[]> response =
        known != null && known.contains(tag)
            ? HttpResponse.notModified()
            : HttpResponse.ok(file.bytes())
                .contentType(path.endsWith(".svg") ? "image/svg+xml" : "text/css;charset=utf-8");
    return response
        .header(HttpHeaders.ETAG, tag)
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
        .header("X-Content-Type-Options", "nosniff");
  }

  private static Part read(String path) {
    try (InputStream in = Assets.class.getResourceAsStream("/assets/" + path)) {
      return new Part(Objects.requireNonNull(in, path).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
