package uk.nhs.estate.web;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.advice.Advice;
import uk.nhs.estate.advice.MailAdvice;
import uk.nhs.estate.finding.Finding;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.Observation;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.observation.WhoRunsIt;
import uk.nhs.estate.profile.TlsProfile;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.PreloadedNames;
import uk.nhs.estate.register.Refusal;
import uk.nhs.estate.register.Suppliers;
import uk.nhs.estate.settings.ScannerConfig;
import uk.nhs.estate.store.DkimSelectors;
import uk.nhs.estate.store.Estate;
import uk.nhs.estate.store.FindingRow;
import uk.nhs.estate.store.Findings;
import uk.nhs.estate.store.Observations;
import uk.nhs.estate.store.PublishedKeys;
import uk.nhs.estate.store.ScanRow;
import uk.nhs.estate.store.Scans;
import uk.nhs.estate.store.Schedule;
import uk.nhs.estate.store.StandingRow;
import uk.nhs.estate.store.Standings;
import uk.nhs.estate.store.TargetRow;
import uk.nhs.estate.store.Targets;
import uk.nhs.estate.store.VerdictRow;

/// Gathers what there is to say of a target.
@Singleton
class TargetPages {
  private static final int HISTORY = 20;
  private static final int SITES = 100;

  private final Targets targets;
  private final Standings standings;
  private final Findings findings;
  private final Observations observations;
  private final Scans scans;
  private final Schedule schedule;
  private final Estate estate;
  private final DkimSelectors selectors;
  private final PublishedKeys keys;
  private final TargetLines lines;
  private final ToDo todo;
  private final RuleBook rules;
  private final Ages ages;
  private final Suppliers suppliers;
  private final List<TlsProfile> profiles;
  private final PreloadedNames preloaded;

  TargetPages(
      Targets targets,
      Standings standings,
      Findings findings,
      Observations observations,
      Scans scans,
      Schedule schedule,
      Estate estate,
      DkimSelectors selectors,
      PublishedKeys keys,
      TargetLines lines,
      ToDo todo,
      RuleBook rules,
      Ages ages,
      ScannerConfig config) {
    this.targets = targets;
    this.standings = standings;
    this.findings = findings;
    this.observations = observations;
    this.scans = scans;
    this.schedule = schedule;
    this.estate = estate;
    this.selectors = selectors;
    this.keys = keys;
    this.lines = lines;
    this.todo = todo;
    this.rules = rules;
    this.ages = ages;
    this.suppliers = config.lists().suppliers();
    this.profiles = config.lists().tlsProfiles();
    this.preloaded = config.lists().preloaded();
  }

  TargetPage page(TargetRow target) {
    return page(
        target,
        target.domain() == null
            ? new TargetPage.Dkim(
                String.join("\n", selectors.of(target.id())), null, keys.of(target.id()))
            : null);
  }

  /// The page of a domain with what was given in the form for its DKIM selectors and could not be
  /// taken.
  TargetPage page(TargetRow target, String given, Refusal refusal) {
    return page(target, new TargetPage.Dkim(given, refusal.message(), keys.of(target.id())));
  }

  private TargetPage page(TargetRow target, TargetPage.@Nullable Dkim dkim) {
    var standing = standings.find(target.id());
    var all = findings.ofTarget(target.id());
    var row = observations.last(target.id());
    var observation = row.map(kept -> observations.read(kept, target.target()));
    var recent = scans.ofTarget(target.id(), HISTORY);
    var judged = standings.verdicts(target.id());
    return new TargetPage(
        target,
        unicode(target.name()),
        standing.orElse(null),
        ages.of(
            target.isScanned(),
            standing.map(StandingRow::lastScannedAt).orElse(null),
            standing.map(StandingRow::lastSeenAt).orElse(null),
            standing.map(StandingRow::hiddenSince).orElse(null)),
        standing.map(todo::gains).orElse(List.of()),
        todo.problems(all),
        lines(all, Finding.Status.SUSPECTED::equals),
        lines(all, Finding.Status::isClosed),
        observation.map(seen -> advice(seen, all)).orElse(List.of()),
        verdicts(judged),
        row.orElse(null),
        observation.map(seen -> WhoRunsIt.of(seen, suppliers)).orElse(null),
        observation.flatMap(seen -> BesideOthersOf.site(seen, judged, profiles)).orElse(null),
        observation
            .flatMap(seen -> BesideOthersOf.observatory(seen, judged, preloaded))
            .orElse(null),
        observation
            .map(seen -> seen.byTopic().values().stream().map(SeenFacts::of).toList())
            .orElse(List.of()),
        running(recent).orElse(null),
        target.isScanned() ? schedule.next(Long.toString(target.id())) : null,
        targets.claims(List.of(target.id())),
        target.domain() == null ? lines.lines(estate.sitesUnder(target.id(), SITES)) : List.of(),
        dkim,
        history(target, recent));
  }

  private List<FindingLine> lines(List<FindingRow> all, Predicate<Finding.Status> which) {
    return all.stream()
        .filter(row -> which.test(Finding.Status.valueOf(row.status())))
        .map(row -> new FindingLine(row, rules.title(row.rule())))
        .toList();
  }

  /// Only where something is wrong with mail: a page is no place for what need not be done.
  private static List<Advice> advice(Observation seen, List<FindingRow> all) {
    boolean wrong =
        all.stream()
            .filter(row -> !Finding.Status.valueOf(row.status()).isClosed())
            .anyMatch(row -> row.rule().startsWith("mail."));
    return wrong && seen.byTopic().get(Topic.MAIL) instanceof Sighting.Seen(_, MailFacts mail)
        ? MailAdvice.of(mail)
        : List.of();
  }

  private TargetPage.Verdicts verdicts(List<VerdictRow> rows) {
    return new TargetPage.Verdicts(
        verdicts(rows, "PASS"),
        verdicts(rows, VerdictRow.UNKNOWN),
        verdicts(rows, VerdictRow.PENDING),
        verdicts(rows, "NOT_APPLICABLE"));
  }

  private List<TargetPage.Verdicts.Line> verdicts(List<VerdictRow> rows, String outcome) {
    return rows.stream()
        .filter(row -> row.outcome().equals(outcome))
        .map(
            row ->
                new TargetPage.Verdicts.Line(
                    rules.title(row.rule()), row.reason(), row.observedAt()))
        .toList();
  }

  private TargetPage.History history(TargetRow target, List<ScanRow> recent) {
    return new TargetPage.History(
        standings.scores(target.id(), Long.MAX_VALUE, HISTORY),
        findings.changesOfTarget(target.id(), HISTORY).stream()
            .map(
                row ->
                    new TargetPage.ChangeLine(
                        row.findingId(),
                        rules.title(row.rule()),
                        row.subject(),
                        Words.change(row.change()),
                        row.at()))
            .toList(),
        recent,
        targets.history(target.id(), Long.MAX_VALUE, HISTORY).stream()
            .map(RegisterChange::of)
            .toList());
  }

  private static Optional<ScanRow> running(List<ScanRow> recent) {
    return recent.stream()
        .filter(scan -> scan.state().equals("RUNNING") || scan.state().equals("QUEUED"))
        .max(Comparator.comparing(ScanRow::state));
  }

  private static @Nullable String unicode(String name) {
    var shown = new DomainName(name).unicode();
    return shown.equals(name) ? null : shown;
  }
}
