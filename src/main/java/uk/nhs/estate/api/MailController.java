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
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.advice.Consequences;
import uk.nhs.estate.advice.MailAdvice;
import uk.nhs.estate.advice.Proposal;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.register.Domain;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.Target.Kind;
import uk.nhs.estate.scan.Rules;
import uk.nhs.estate.store.Observations;
import uk.nhs.estate.store.TargetRow;
import uk.nhs.estate.store.Targets;

/// What a domain could publish for its mail. Rests on what was seen last, and asks nobody.
@Controller(Links.V1 + "/domains/{name}/mail")
@Served
@Tag(name = "domains")
class MailController {
  private final Targets targets;
  private final Observations observations;
  private final Rules rules;

  MailController(Targets targets, Observations observations, Rules rules) {
    this.targets = targets;
    this.observations = observations;
    this.rules = rules;
  }

  /// The records that the domain should publish next for its mail, what protects most first.
  @Get("/advice")
  Page<NextRecord> getMailAdvice(DomainName name) {
    return new Page<>(MailAdvice.of(mail(find(name))).stream().map(NextRecord::of).toList(), null);
  }

  /// Records that somebody means to publish.
  ///
  /// @param spf the text of the SPF record; none leaves what is there
  /// @param dmarc the text of the DMARC record; none leaves what is there
  @Serdeable
  @Schema(name = "MailProposal")
  @JsonIgnoreProperties(ignoreUnknown = false)
  record Wish(
      @Nullable @Schema(maxLength = Proposal.LONGEST) String spf,
      @Nullable @Schema(maxLength = Proposal.LONGEST) String dmarc) {}

  /// Says what the checks of mail would say otherwise than today were records published. Nothing is
  /// published, stored or asked of the DNS: what a record leads to and nobody has asked yet is
  /// among what could not be checked.
  @Post("/preview")
  Preview previewMail(DomainName name, @Body @Valid Wish wish) {
    var proposal = new Proposal(wish.spf(), wish.dmarc());
    var target = find(name);
    var today = mail(target);
    return Preview.of(
        today.seenAt(),
        Consequences.of(
            seen(name, today),
            seen(name, proposal.in(today)),
            Topic.MAIL,
            rules.checks(rules.policy())));
  }

  private static uk.nhs.estate.observation.Observation seen(DomainName name, MailFacts mail) {
    return new uk.nhs.estate.observation.Observation(
        new Domain(name), mail.seenAt(), List.of(new Sighting.Seen(Topic.MAIL, mail)));
  }

  private TargetRow find(DomainName name) {
    return targets
        .find(Kind.DOMAIN.name(), name.ascii())
        .orElseThrow(() -> Problems.unknown("domain", name));
  }

  private MailFacts mail(TargetRow target) {
    return observations
        .last(target.id())
        .map(row -> observations.read(row, target.target()).of(Topic.MAIL))
        .map(sighting -> sighting instanceof Sighting.Seen(_, MailFacts mail) ? mail : null)
        .orElseThrow(
            () ->
                new RefusalWith(
                    HttpStatus.CONFLICT,
                    "name",
                    "The mail of %s has not been seen yet.".formatted(target.name())));
  }
}
