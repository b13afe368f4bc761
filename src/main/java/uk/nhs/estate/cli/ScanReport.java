package uk.nhs.estate.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.check.Assessment;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Severity;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.WhoRunsIt;
import uk.nhs.estate.policy.Policy;
import uk.nhs.estate.register.Suppliers;
import uk.nhs.estate.register.Target;
import uk.nhs.estate.score.Score;

/// What one look without a database found. It counts everything: what must be seen twice is said to
/// have been seen once.
record ScanReport(
    String kind,
    String name,
    Instant seenAt,
    @Nullable Score score,
    WhoRunsIt runBy,
    List<Found> findings,
    List<Judged> positive,
    List<Judged> notApplicable,
    List<Judged> couldNotCheck,
    List<Sighting> sightings) {

  /// A fault, with the words of its rule.
  ///
  /// @param onceOnly whether it must be seen twice, which one look cannot do
  record Found(
      String rule,
      Severity severity,
      boolean onceOnly,
      String title,
      String subject,
      String evidence,
      String why,
      String fix,
      String command) {

    static Found of(Rule rule, String subject, String evidence, String command) {
      return new Found(
          rule.id(),
          rule.severity(),
          rule.mustBeSeenTwice(),
          rule.title(),
          subject,
          evidence,
          rule.why(),
          rule.fix(),
          command);
    }
  }

  /// A check without a fault.
  record Judged(String rule, String title, String reason) {}

  static ScanReport of(Assessment assessment, Policy policy, Suppliers suppliers) {
    var target = assessment.observation().target();
    var name = target.name().ascii();
    return new ScanReport(
        kind(target),
        name,
        assessment.observation().seenAt(),
        Score.ofOneLook(assessment, policy).orElse(null),
        WhoRunsIt.of(assessment.observation(), suppliers),
        assessment.judgements().stream()
            .filter(judgement -> judgement.verdict() instanceof Verdict.Fail)
            .sorted(Comparator.comparing(judgement -> judgement.rule().severity()))
            .flatMap(
                judgement ->
                    ((Verdict.Fail) judgement.verdict())
                        .faults().stream()
                            .map(
                                fault ->
                                    found(
                                        judgement.rule(), fault.subject(), fault.evidence(), name)))
            .toList(),
        judged(assessment, Verdict.Pass.class),
        judged(assessment, Verdict.NotApplicable.class),
        judged(assessment, Verdict.Unknown.class),
        assessment.observation().sightings());
  }

  /// The same with other sightings.
  ScanReport with(List<Sighting> others) {
    return new ScanReport(
        kind, name, seenAt, score, runBy, findings, positive, notApplicable, couldNotCheck, others);
  }

  static String kind(Target target) {
    return kind(target.kind());
  }

  static String kind(Target.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static Found found(Rule rule, String subject, String evidence, String name) {
    return Found.of(rule, subject, evidence, rule.commandFor(name));
  }

  private static List<Judged> judged(Assessment assessment, Class<? extends Verdict> as) {
    return assessment.judgements().stream()
        .filter(judgement -> as.isInstance(judgement.verdict()))
        .map(
            judgement ->
                new Judged(
                    judgement.rule().id(),
                    judgement.rule().title(),
                    switch (judgement.verdict()) {
                      case Verdict.Pass _, Verdict.Fail _ -> "";
                      case Verdict.NotApplicable(var reason) -> reason;
                      case Verdict.Unknown(var reason, _) -> reason;
                    }))
        .toList();
  }

  void print(PrintWriter out) {
    out.printf("%s (%s)%n", name, kind);
    out.printf("  %s%n", standing());
    out.printf("  %s%n", runBy.place().words());
    runBy
        .services()
        .forEach(run -> line(out, run.service().words(), String.join("; ", run.words())));
    print(out, findings);
    list(out, "Positive", positive);
    list(out, "Not applicable", notApplicable);
    list(out, "Could not check", couldNotCheck);
    out.println();
  }

  static void print(PrintWriter out, List<Found> findings) {
    for (var finding : findings) {
      out.printf(
          "%n  %s: %s%s%n",
          finding.severity().words(),
          finding.title(),
          finding.onceOnly() ? " (seen once; confirm with a second look)" : "");
      line(out, "Seen", subjectAndEvidence(finding));
      line(out, "Why", finding.why());
      line(out, "Fix", finding.fix());
      line(out, "See it", finding.command());
      line(out, "Check", finding.rule());
    }
  }

  /// Its score with its coverage, in a sentence.
  String standing() {
    if (score == null) {
      return "No score: nothing could be seen";
    }
    var grade = score.grade() == null ? "no grade, too little seen" : "grade " + score.grade();
    return "Score %d of 100 (%s), %d of %d checks could be made"
        .formatted(score.points(), grade, score.coverage().seen(), score.coverage().all());
  }

  private static String subjectAndEvidence(Found finding) {
    return finding.subject().isEmpty()
        ? finding.evidence()
        : finding.subject() + ": " + finding.evidence();
  }

  static void line(PrintWriter out, String label, String text) {
    out.printf("    %-8s%s%n", label, Terminal.safe(text));
  }

  static void list(PrintWriter out, String heading, List<Judged> all) {
    if (all.isEmpty()) {
      return;
    }
    out.printf("%n  %s%n", heading);
    for (var judged : all) {
      var reason = judged.reason().isEmpty() ? "" : "  (" + Terminal.safe(judged.reason()) + ")";
      out.printf("    %s%s%n", judged.rule(), reason);
    }
  }
}
