package uk.nhs.estate.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.HttpServerConfiguration;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Draws pages, and tells browsers to do nothing but show them.
@Singleton
public class Pages {
  private static final String POLICY = "Content-Security-Policy";

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1");

  private final TemplateEngine views = TemplateEngine.createPrecompiled(ContentType.Html);
  private final Frame frame;
  private final String policy;

  Pages(
      Assets assets,
      HttpServerConfiguration server,
      @Property(name = "estate.practice", defaultValue = "false") boolean practice,
      @Property(name = "estate.branding", defaultValue = "none") String branding) {
    boolean branded = branding.equals("nhs");
    this.frame =
        new Frame(
            branded,
            practice,
            server.getHost().filter(LOOPBACK::contains).isPresent(),
            List.of(assets.address(Assets.NHSUK), assets.address(Assets.OURS)),
            assets.address(Assets.ICON));
    this.policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; "
            + (branded ? "font-src https://assets.nhs.uk; " : "")
            + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
  }

  /// A page.
  ///
  /// @param view the name of the view without its ending
  /// @param page what it shows
  MutableHttpResponse<String> show(String view, Object page) {
    return show(HttpStatus.OK, view, page);
  }

  /// A page with a status.
  MutableHttpResponse<String> show(HttpStatus status, String view, Object page) {
    var out = new StringOutput();
    views.render(view + ".jte", Map.of("frame", frame, "page", page), out);
    return HttpResponse.<String>status(status)
        .body(out.toString())
        .contentType(MediaType.TEXT_HTML_TYPE)
        .characterEncoding("utf-8")
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .header(POLICY, policy)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "same-origin")
        .header("Cross-Origin-Opener-Policy", "same-origin")
        .header("Cross-Origin-Resource-Policy", "same-origin");
  }

  /// Whether a response is one of our pages.
  static boolean isPage(HttpResponse<?> response) {
    return response.getHeaders().contains(POLICY);
  }

  /// The page that says that there is nothing at an address.
  ///
  /// @param what a whole sentence
  MutableHttpResponse<String> missing(String what) {
    return show(HttpStatus.NOT_FOUND, "error", ErrorPage.of(404, what));
  }
}
