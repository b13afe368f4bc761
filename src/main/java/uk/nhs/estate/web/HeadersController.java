package uk.nhs.estate.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.advice.HeaderPreview;
import uk.nhs.estate.advice.HeaderText;
import uk.nhs.estate.advice.ProposedHeader;
import uk.nhs.estate.check.Assessor;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Observation;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.observation.posture.WebWords;
import uk.nhs.estate.profile.ObservatoryOf;
import uk.nhs.estate.register.PreloadedNames;
import uk.nhs.estate.register.Refusal;
import uk.nhs.estate.scan.Rules;
import uk.nhs.estate.score.Score;
import uk.nhs.estate.settings.ScannerConfig;
import uk.nhs.estate.store.Observations;
import uk.nhs.estate.store.TargetRow;

/// A form in which somebody tries the header of a site's page before it is sent.
@Hidden
@Controller("/")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class HeadersController {
  private static final String AFTER = "/headers";

  private final TargetsByName targets;
  private final Observations observations;
  private final Rules rules;
  private final PreloadedNames preloaded;
  private final Pages pages;

  HeadersController(
      TargetsByName targets,
      Observations observations,
      Rules rules,
      ScannerConfig config,
      Pages pages) {
    this.targets = targets;
    this.observations = observations;
    this.rules = rules;
    this.preloaded = config.lists().preloaded();
    this.pages = pages;
  }

  /// The form, with the header of today in it.
  @Get("sites/{name}/headers")
  HttpResponse<?> form(String name) {
    return targets.answer("SITE", name, AFTER, this::show);
  }

  /// @param merge `yes` keeps what is sent today and is not named
  @Post("sites/{name}/headers")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> preview(
      String name,
      @Body("headers") @Nullable String headers,
      @Body("merge") @Nullable String merge) {
    return targets.answer(
        "SITE",
        name,
        AFTER,
        target -> preview(target, Objects.requireNonNullElse(headers, ""), "yes".equals(merge)));
  }

  private HttpResponse<?> show(TargetRow target) {
    var given = seen(target).flatMap(HeadersController::header).orElse("");
    return pages.show("headers", new HeadersPage(target.name(), given, false, null, null));
  }

  private HttpResponse<?> preview(TargetRow target, String given, boolean merge) {
    try {
      var header =
          new ProposedHeader(
              HeaderText.parse("", given.getBytes(StandardCharsets.UTF_8)), merge, null);
      var preview =
          seen(target)
              .flatMap(seen -> HeaderPreview.of(seen, header, rules.checks(rules.policy())))
              .orElseThrow(
                  () ->
                      new Refusal(
                          "headers",
                          "No page of this site itself over HTTPS has been seen that could have"
                              + " this header."));
      return pages.show(
          "headers", new HeadersPage(target.name(), given, merge, null, result(preview)));
    } catch (Refusal refusal) {
      return pages.show(
          HttpStatus.BAD_REQUEST,
          "headers",
          new HeadersPage(target.name(), given, merge, refusal.message(), null));
    }
  }

  private HeadersPage.Result result(HeaderPreview preview) {
    var policy = rules.policy();
    var assessor = new Assessor(rules.checks(policy));
    var today = assessor.assess(preview.today());
    var proposed = assessor.assess(preview.proposed());
    return new HeadersPage.Result(
        preview.today().seenAt(),
        Score.ofOneLook(today, policy).orElse(null),
        Score.ofOneLook(proposed, policy).orElse(null),
        ObservatoryOf.site(today, preloaded).orElse(null),
        ObservatoryOf.site(proposed, preloaded).orElse(null),
        preview.gone(),
        preview.consequences());
  }

  private Optional<Observation> seen(TargetRow target) {
    return observations.last(target.id()).map(row -> observations.read(row, target.target()));
  }

  /// The header of today, without the values of cookies.
  private static Optional<String> header(Observation seen) {
    return seen.byTopic().get(Topic.HTTP) instanceof Sighting.Seen(_, HttpFacts http)
            && http.page() instanceof HttpFacts.Page.Shown(var hop, _)
        ? Optional.of(
            hop.fields().stream().map(HeadersController::line).collect(Collectors.joining("\n")))
        : Optional.empty();
  }

  private static String line(Hop.Field field) {
    var shown = WebWords.shown(field);
    var octets = shown.value().getBytes(StandardCharsets.ISO_8859_1);
    return shown.name() + ": " + new String(octets, StandardCharsets.UTF_8);
  }
}
