package uk.nhs.estate.cli;

import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.advice.Consequences;
import uk.nhs.estate.advice.HeaderPreview;
import uk.nhs.estate.advice.ProposedHeader;
import uk.nhs.estate.check.Severity;
import uk.nhs.estate.profile.observatory.Scorecard;
import uk.nhs.estate.score.Score;

/// What a header would be judged, and what would be different, for people and for programs.
///
/// @param source where the header comes from
/// @param today what was found today; none when it is compared with nothing
record HeadersReport(
    String source, @Nullable WebReport today, WebReport proposed, HeaderPreview preview) {

  /// What programs get.
  ///
  /// @param scoreToday none when it is compared with nothing
  /// @param observatory what the Observatory would say
  /// @param observatoryToday none when it is compared with nothing
  /// @param gone names of fields that are sent today and would not be any more
  record AsJson(
      String host,
      @Nullable Score score,
      @Nullable Score scoreToday,
      @Nullable Scorecard observatory,
      @Nullable Scorecard observatoryToday,
      List<Line> opens,
      List<Line> closes,
      List<Line> stays,
      List<Unchecked> unchecked,
      List<String> gone) {}

  /// A fault.
  record Line(
      String rule, Severity severity, String title, String subject, String evidence, String fix) {}

  /// A check that could not be made, or not of everything.
  record Unchecked(String rule, String title, String reason) {}

  AsJson forPrograms() {
    var consequences = preview.consequences();
    return new AsJson(
        proposed.report().name(),
        proposed.report().score(),
        today == null ? null : today.report().score(),
        proposed.observatory(),
        today == null ? null : today.observatory(),
        lines(consequences.opens()),
        lines(consequences.closes()),
        lines(consequences.stays()),
        consequences.unchecked().stream()
            .map(one -> new Unchecked(one.rule().id(), one.rule().title(), one.reason()))
            .toList(),
        preview.gone());
  }

  private static List<Line> lines(List<Consequences.Found> found) {
    return found.stream()
        .map(
            one ->
                new Line(
                    one.rule().id(),
                    one.rule().severity(),
                    one.rule().title(),
                    one.fault().subject(),
                    one.fault().evidence(),
                    one.rule().fix()))
        .toList();
  }

  void print(PrintWriter out) {
    var consequences = preview.consequences();
    var gone = preview.gone();
    out.printf(
        "%s%n",
        Terminal.safe(
            proposed.report().name().equals(ProposedHeader.NOWHERE)
                ? source + ", as the header of a page"
                : source + ", as the header of the page of " + proposed.report().name()));
    out.printf("  %s%n", proposed.report().standing());
    out.printf("  %s%n", Terminal.safe(proposed.comparable()));
    if (today != null) {
      out.printf("  Today: %s%n", today.report().standing());
      out.printf("  Today: %s%n", Terminal.safe(today.comparable()));
    }
    if (!gone.isEmpty()) {
      out.printf("  Sent today, and not any more: %s%n", Terminal.safe(String.join(", ", gone)));
    }
    print(out, today == null ? "Would be found" : "Would open", consequences.opens(), true);
    print(out, "Would close", consequences.closes(), false);
    print(out, "Would stay", consequences.stays(), true);
    if (today != null && consequences.opens().isEmpty() && consequences.closes().isEmpty()) {
      out.printf("%n  Nothing would open or close.%n");
    }
    if (!consequences.unchecked().isEmpty()) {
      out.printf("%n  Could not check%n");
      consequences
          .unchecked()
          .forEach(
              one -> out.printf("    %s  (%s)%n", one.rule().id(), Terminal.safe(one.reason())));
    }
  }

  private static void print(
      PrintWriter out, String heading, List<Consequences.Found> found, boolean toMend) {
    if (found.isEmpty()) {
      return;
    }
    out.printf("%n%s (%d)%n", heading, found.size());
    for (var one : found) {
      out.printf("%n  %s: %s%n", one.rule().severity().words(), one.rule().title());
      var subject = one.fault().subject();
      ScanReport.line(
          out,
          "Seen",
          subject.isEmpty() ? one.fault().evidence() : subject + ": " + one.fault().evidence());
      if (toMend) {
        ScanReport.line(out, "Fix", one.rule().fix());
      }
      ScanReport.line(out, "Check", one.rule().id());
    }
  }
}
