package uk.nhs.estate.api;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.tags.Tag;

/// What the description of the API says of the whole.
@OpenAPIDefinition(
    info =
        @Info(
            title = "NHS web estate",
            version = "${api.version}",
            description =
                """
                The NHS's organisations, domains and websites, what was seen of them, what is wrong with
                them, and how they stand. Lists come in pages: ask with `limit`, go on with the `next` of
                the page before as `cursor`. Mistakes are told as problem details (RFC 9457), naming the
                field. Until there is sign-in, only this machine may ask.
                """,
            license = @License(name = "MIT", identifier = "MIT")),
    tags = {
      @Tag(name = "organisations", description = "NHS bodies, by their ODS codes"),
      @Tag(name = "domains", description = "Registered names: delegation and mail are judged here"),
      @Tag(name = "sites", description = "Hosts that answer the web under a domain"),
      @Tag(name = "dmarc", description = "What receivers of mail report of who sends as a domain"),
      @Tag(name = "findings", description = "Faults that last from scan to scan"),
      @Tag(name = "scans", description = "Looks at a domain or a site"),
      @Tag(name = "observations", description = "What was seen, as it was sent"),
      @Tag(name = "checks", description = "What is judged, why, and how to mend it")
    })
final class OpenApi {
  private OpenApi() {}
}
