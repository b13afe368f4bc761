package uk.nhs.estate.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.advice.Advice;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.observation.WhoRunsIt;
import uk.nhs.estate.profile.BesideOthers;
import uk.nhs.estate.profile.observatory.Scorecard;
import uk.nhs.estate.store.ClaimRow;
import uk.nhs.estate.store.FindingRow;
import uk.nhs.estate.store.ObservationRow;
import uk.nhs.estate.store.PublishedKey;
import uk.nhs.estate.store.ScanRow;
import uk.nhs.estate.store.ScoreRow;
import uk.nhs.estate.store.StandingRow;
import uk.nhs.estate.store.TargetRow;

/// A domain or a site: how it stands, what to do, what was seen, and how it came to be so.
///
/// @param name the name in its own script, when that differs
/// @param standing how it stands; none before the first look
/// @param gains what would raise the score most, first the most
/// @param problems what is wrong, by rule, the worst first
/// @param suspected findings that were seen once and are being checked again
/// @param closed findings that are resolved or withdrawn, or were not confirmed
/// @param advice the records to publish next; none while there is no finding about mail
/// @param runBy who runs it by the last observation; none before the first look
/// @param besideOthers how its TLS stands beside what others recommend; none where no address was
///     looked at with more than one handshake
/// @param observatory what the MDN HTTP Observatory would say; none where HTTP was not seen
/// @param seen what the last observation holds, by topic
/// @param running the scan that is going on or waiting, if there is one
/// @param next when it will be looked at, if it will
/// @param sites the sites under a domain
/// @param dkim the DKIM selectors and keys of a domain; none for a site
public record TargetPage(
    TargetRow target,
    @Nullable String name,
    @Nullable StandingRow standing,
    Age age,
    List<Gain> gains,
    List<Problem> problems,
    List<FindingLine> suspected,
    List<FindingLine> closed,
    List<Advice> advice,
    Verdicts verdicts,
    @Nullable ObservationRow observation,
    @Nullable WhoRunsIt runBy,
    @Nullable BesideOthers besideOthers,
    @Nullable Scorecard observatory,
    List<SeenTopic> seen,
    @Nullable ScanRow running,
    @Nullable Instant next,
    List<ClaimRow> claims,
    List<TargetLine> sites,
    @Nullable Dkim dkim,
    History history) {

  /// What is known of a domain's DKIM keys.
  ///
  /// @param selectors what stands in the form: the selectors that are registered, or what was given
  ///     and could not be taken
  /// @param refusal why it could not be taken; none otherwise
  public record Dkim(String selectors, @Nullable String refusal, List<PublishedKey> keys) {}

  /// What mending a rule would give.
  public record Gain(String rule, String title, int points) {}

  /// A rule with its open findings.
  ///
  /// @param rule its words; none when it does not count any more
  /// @param findings at most as many as a page can hold
  /// @param all how many there are
  public record Problem(
      String id,
      String title,
      String severity,
      @Nullable Rule rule,
      List<FindingRow> findings,
      int all) {}

  /// What checks said that is no finding.
  ///
  /// @param pending checks that could not be made once, never before, and are tried again
  public record Verdicts(
      List<Line> positive, List<Line> unknown, List<Line> pending, List<Line> notApplicable) {

    /// What a check said.
    ///
    /// @param title the fault that was looked for
    /// @param observedAt when the check last had something to judge
    public record Line(String title, String reason, @Nullable Instant observedAt) {}
  }

  /// How it came to be so.
  public record History(
      List<ScoreRow> scores,
      List<ChangeLine> changes,
      List<ScanRow> scans,
      List<RegisterChange> register) {}

  /// What a scan did to a finding.
  public record ChangeLine(long finding, String title, String subject, String change, Instant at) {}

  /// The address of the page.
  public String path() {
    return Words.path(target.kind(), target.name());
  }
}
