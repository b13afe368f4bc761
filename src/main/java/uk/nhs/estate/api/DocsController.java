package uk.nhs.estate.api;

import io.micronaut.core.io.ResourceResolver;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.exceptions.HttpStatusException;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.util.Map;

/// The description of the API, and a page to try it: Swagger UI from this machine, under a policy
/// that lets nothing come from elsewhere.
@Controller("/api")
@Served
@Hidden
class DocsController {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'"
          + " data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors"
          + " 'none'";
  private static final String SWAGGER_UI = "classpath:META-INF/swagger/views/swagger-ui/res/";

  private static final Map<String, MediaType> ASSETS =
      Map.of(
          "docs.js",
          MediaType.of("text/javascript"),
          "swagger-ui-bundle.js",
          MediaType.of("text/javascript"),
          "swagger-ui.css",
          MediaType.TEXT_CSS_TYPE,
          "favicon-32x32.png",
          MediaType.IMAGE_PNG_TYPE);

  private final ResourceResolver resources;

  DocsController(ResourceResolver resources) {
    this.resources = resources;
  }

  /// The description of the API, OpenAPI 3.1.
  @Get("/openapi.yml")
  @Produces(MediaType.ALL)
  HttpResponse<byte[]> description() throws IOException {
    return file("classpath:api/openapi.yml", MediaType.of("application/yaml"));
  }

  /// The page to try it.
  @Get("/docs")
  @Produces(MediaType.ALL)
  HttpResponse<byte[]> page() throws IOException {
    return file("classpath:api/docs.html", MediaType.of("text/html;charset=utf-8"));
  }

  /// What the page is made of.
  @Get("/docs/{name}")
  @Produces(MediaType.ALL)
  HttpResponse<byte[]> asset(String name) throws IOException {
    var type = ASSETS.get(name);
    if (type == null) {
      throw Problems.unknown("file", name);
    }
    return file((name.equals("docs.js") ? "classpath:api/" : SWAGGER_UI) + name, type);
  }

  private HttpResponse<byte[]> file(String path, MediaType type) throws IOException {
    try (var in = resources.getResourceAsStream(path).orElseThrow(DocsController::missing)) {
      return HttpResponse.ok(in.readAllBytes())
          .contentType(type)
          .header("Content-Security-Policy", POLICY)
          .header("X-Content-Type-Options", "nosniff")
          .header("Referrer-Policy", "no-referrer")
          .header("Cross-Origin-Resource-Policy", "same-origin")
          .header(HttpHeaders.CACHE_CONTROL, "no-cache");
    }
  }

  private static HttpStatusException missing() {
    return new HttpStatusException(
        HttpStatus.NOT_FOUND, "The page to try the API is not part of this build.");
  }
}
