package uk.nhs.estate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.advice.HeaderPreview;
import uk.nhs.estate.advice.HeaderText;
import uk.nhs.estate.advice.ProposedHeader;
import uk.nhs.estate.check.Assessor;
import uk.nhs.estate.profile.ObservatoryOf;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.PreloadedNames;
import uk.nhs.estate.register.Refusal;
import uk.nhs.estate.register.Target.Kind;
import uk.nhs.estate.scan.Rules;
import uk.nhs.estate.settings.ScannerConfig;
import uk.nhs.estate.store.Observations;
import uk.nhs.estate.store.TargetRow;
import uk.nhs.estate.store.Targets;

/// What others would say of a site, and what the header of its page would be judged before it is
/// sent. Rests on what was seen last, and asks nobody.
@Controller(Links.V1 + "/sites/{name}")
@Served
@Tag(name = "sites")
class HeadersController {
  private final Targets targets;
  private final Observations observations;
  private final Rules rules;
  private final PreloadedNames preloaded;

  HeadersController(Targets targets, Observations observations, Rules rules, ScannerConfig config) {
    this.targets = targets;
    this.observations = observations;
    this.rules = rules;
    this.preloaded = config.lists().preloaded();
  }

  /// A header that somebody means to send with a site's page.
  ///
  /// @param headers one field on a line, as in `Name: value`, and maybe the status line first: what
  ///     `curl -sI` prints
  /// @param merge whether what it does not name stays as it is today; else it is the whole header
  @Serdeable
  @Schema(name = "HeaderProposal")
  @JsonIgnoreProperties(ignoreUnknown = false)
  record Wish(
      @Nullable @Schema(maxLength = HeaderText.LONGEST, requiredMode = Schema.RequiredMode.REQUIRED)
          String headers,
      @Nullable Boolean merge) {}

  /// Says what the checks of the web would say otherwise than today were the site's page sent with
  /// another header. Nothing is sent or stored, and nobody is asked.
  @Post("/headers/preview")
  PreviewOfHeaders previewHeaders(DomainName name, @Body @Valid Wish wish) {
    if (wish.headers() == null) {
      throw new Refusal("headers", "Give the header that is to be sent.");
    }
    var text = HeaderText.parse("", wish.headers().getBytes(StandardCharsets.UTF_8));
    var target = find(name);
    var policy = rules.policy();
    var preview =
        preview(target, new ProposedHeader(text, Boolean.TRUE.equals(wish.merge()), null));
    return PreviewOfHeaders.of(preview, new Assessor(rules.checks(policy)), policy, preloaded);
  }

  /// What the MDN HTTP Observatory would say of the site by what was seen last.
  @Get("/observatory")
  ScorecardOfSite getSiteObservatory(DomainName name) {
    var target = find(name);
    return observations
        .last(target.id())
        .map(row -> observations.read(row, target.target()))
        .map(new Assessor(rules.checks(rules.policy()))::assess)
        .flatMap(assessment -> ObservatoryOf.site(assessment, preloaded))
        .map(ScorecardOfSite::of)
        .orElseThrow(
            () ->
                new RefusalWith(
                    HttpStatus.CONFLICT,
                    "name",
                    "The web of %s has not been seen yet.".formatted(target.name())));
  }

  private TargetRow find(DomainName name) {
    return targets
        .find(Kind.SITE.name(), name.ascii())
        .orElseThrow(() -> Problems.unknown("site", name));
  }

  private HeaderPreview preview(TargetRow target, ProposedHeader header) {
    return observations
        .last(target.id())
        .map(row -> observations.read(row, target.target()))
        .flatMap(seen -> HeaderPreview.of(seen, header, rules.checks(rules.policy())))
        .orElseThrow(
            () ->
                new RefusalWith(
                    HttpStatus.CONFLICT,
                    "name",
                    "No page of %s itself over HTTPS has been seen that could have this header."
                        .formatted(target.name())));
  }
}
