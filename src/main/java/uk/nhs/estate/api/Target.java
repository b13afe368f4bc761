package uk.nhs.estate.api;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.policy.Grade;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.Lifecycle;
import uk.nhs.estate.register.Relation;
import uk.nhs.estate.register.Target.Kind;
import uk.nhs.estate.score.Coverage;
import uk.nhs.estate.store.ClaimRow;
import uk.nhs.estate.store.ScoreRow;
import uk.nhs.estate.store.StandingRow;
import uk.nhs.estate.store.TargetRow;
import uk.nhs.estate.store.VerdictRow;

/// A domain or a site: what the register says of it, and how it stands.
///
/// @param unicode the name as people read it
/// @param domain the domain of a site; none for a domain
/// @param scanLevel how far a look may go: 0 none (opted out), 1 passive, 2 ordinary, 3 thorough
/// @param standing none until it has been scanned
/// @param nextLookAt none while it is not scheduled
/// @param claims the organisations that claim it or, for a site, its domain
@Serdeable
record Target(
    Kind kind,
    String name,
    String unicode,
    @Nullable String domain,
    Lifecycle lifecycle,
    int scanLevel,
    Instant registeredAt,
    @Nullable Instant retiredAt,
    @Nullable Standing standing,
    @Nullable Instant nextLookAt,
    List<Claim> claims,
    Map<String, String> links) {

  /// How a target stands now.
  ///
  /// @param points 0 to 100; none until something has been seen
  /// @param grade none while too little has been seen
  /// @param policy the version of the policy that set the costs
  /// @param coverage how much of what can be checked has been seen
  /// @param open open findings by severity
  /// @param costs what each rule with an open finding costs
  /// @param lastScannedAt when it was looked at last
  /// @param lastSeenAt when a look last brought something back; older while the target is hidden
  @Serdeable
  @Schema(name = "Standing")
  record Standing(
      @Nullable Integer points,
      @Nullable Grade grade,
      String policy,
      Covered coverage,
      Open open,
      List<Cost> costs,
      Instant lastScannedAt,
      @Nullable Instant lastSeenAt) {

    static Standing of(StandingRow row, KeptJson json) {
      return new Standing(
          row.points(),
          row.grade() == null ? null : Grade.valueOf(row.grade()),
          row.policy(),
          new Covered(
              row.checksSeen(),
              row.checksAll(),
              new Coverage(row.checksSeen(), row.checksAll()).percent()),
          new Open(row.urgent(), row.advisory(), row.informational()),
          json.list(row.ledger(), Cost.class),
          row.lastScannedAt(),
          row.lastSeenAt());
    }
  }

  /// Checks that have had something to judge, of all.
  @Serdeable
  @Schema(name = "Coverage")
  record Covered(int seen, int all, int percent) {}

  /// Open findings by severity.
  @Serdeable
  @Schema(name = "OpenFindings")
  record Open(int urgent, int advisory, int informational) {}

  /// What a rule takes from the points.
  @Serdeable
  @Schema(name = "Cost")
  record Cost(String rule, int points) {}

  /// An organisation's relation to a domain or a site.
  ///
  /// @param target what is claimed: the site or its domain
  /// @param evidence what the claim rests on
  @Serdeable
  @Schema(name = "Claim")
  record Claim(
      String organisation,
      String organisationName,
      String target,
      Relation relation,
      String evidence,
      @Nullable LocalDate from,
      @Nullable LocalDate until) {

    static Claim of(ClaimRow row) {
      return new Claim(
          row.organisation(),
          row.organisationName(),
          Links.target(row.kind(), row.name()),
          Relation.valueOf(row.relation()),
          row.evidence(),
          row.fromDate(),
          row.untilDate());
    }
  }

  /// A score that a target has had from a moment on.
  @Serdeable
  @Schema(name = "Score")
  record PastScore(Instant at, int points, @Nullable Grade grade, String policy) {

    static PastScore of(ScoreRow row) {
      return new PastScore(
          row.at(),
          row.points(),
          row.grade() == null ? null : Grade.valueOf(row.grade()),
          row.policy());
    }
  }

  /// What a check said last. A check that could not be made once leaves what it said before
  /// standing.
  ///
  /// @param outcome `UNKNOWN` could not be made, nor when tried again; `PENDING` is tried again
  /// @param judgedAt when it said so
  /// @param observedAt when it last had something to judge; none when it never had
  /// @param unknownSince since when looks could not make it; none when the last one did
  @Serdeable
  @Schema(name = "Verdict")
  record LastVerdict(
      String rule,
      Outcome outcome,
      String reason,
      Instant judgedAt,
      @Nullable Instant observedAt,
      @Nullable Instant unknownSince) {

    /// What a check can say.
    enum Outcome {
      PASS,
      FAIL,
      NOT_APPLICABLE,
      UNKNOWN,
      PENDING
    }

    static LastVerdict of(VerdictRow row) {
      return new LastVerdict(
          row.rule(),
          Outcome.valueOf(row.outcome()),
          row.reason(),
          row.judgedAt(),
          row.observedAt(),
          row.unknownSince());
    }
  }

  static Target of(
      TargetRow row,
      @Nullable StandingRow standing,
      @Nullable Instant nextLookAt,
      List<ClaimRow> claims,
      KeptJson json) {
    return new Target(
        Kind.valueOf(row.kind()),
        row.name(),
        new DomainName(row.name()).unicode(),
        row.domain(),
        Lifecycle.valueOf(row.lifecycle()),
        row.scanLevel(),
        row.registeredAt(),
        row.retiredAt(),
        standing == null ? null : Standing.of(standing, json),
        nextLookAt,
        claims.stream().map(Claim::of).toList(),
        links(row));
  }

  private static Map<String, String> links(TargetRow row) {
    var self = Links.target(row.kind(), row.name());
    var links =
        Links.named(
            "self",
            self,
            row.domain() == null ? "sites" : "domain",
            row.domain() == null
                ? Links.V1 + "/sites?domain=" + row.name()
                : Links.target("DOMAIN", row.domain()),
            "verdicts",
            self + "/verdicts",
            "scores",
            self + "/scores",
            "history",
            self + "/history",
            "findings",
            Links.of("findings", row.kind(), row.name()),
            "scans",
            Links.of("scans", row.kind(), row.name()),
            "observations",
            Links.of("observations", row.kind(), row.name()));
    if (row.domain() == null) {
      links.put("dkimSelectors", self + "/dkim-selectors");
      links.put("dkimKeys", self + "/dkim-keys");
    }
    return links;
  }
}
