package uk.nhs.estate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.check.Assessment;
import uk.nhs.estate.check.Judgement;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Severity;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.sample.SoundDomain;
import uk.nhs.estate.settings.ScannerConfig;

class ScanReportTest {
  private static final String NOTE = " (seen once; confirm with a second look)";

  @Test
  void saysOfWhatMustBeSeenTwiceThatItWasSeenOnce() {
    var text = new StringWriter();
    report().print(new PrintWriter(text, true));
    assertThat(text.toString().lines())
        .contains(
            "  Urgent: the fault dns.a" + NOTE,
            "  Advisory: the fault dns.b" + NOTE,
            "  Advisory: the fault dns.c");
  }

  @Test
  void countsAllThatOneLookFound() {
    assertThat(Objects.requireNonNull(report().score()).ledger()).hasSize(3);
  }

  private static ScanReport report() {
    return ScanReport.of(
        new Assessment(
            SoundDomain.observation(),
            Stream.of(
                    rule("dns.a", Severity.URGENT),
                    rule("dns.b", Severity.ADVISORY).seenTwice(),
                    rule("dns.c", Severity.ADVISORY))
                .map(rule -> new Judgement(rule, new Verdict.Fail("", "seen")))
                .toList(),
            List.of()),
        ScannerConfig.read(null).policies().getFirst(),
        ScannerConfig.read(null).lists().suppliers());
  }

  private static Rule rule(String id, Severity severity) {
    return Rule.of(
        id, severity, "the fault " + id, "why", "fix", "dig {name}", Standard.rfc(1034, ""));
  }
}
