package uk.nhs.estate.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.Suppliers;
import uk.nhs.estate.report.DmarcReport.Disposition;

/// Whether a stricter DMARC policy would hit real mail, as far as reports tell.
///
/// Real is what passes, and what fails from a source that is the domain's own or may be
/// ([SourceKind#mayBeReal]). Reports are claims and cover only receivers that send them, so this is
/// a judgement and no proof; with too few of them there is none.
///
/// @param verdict what it comes to
/// @param messages in all reports of these days
/// @param passed those that DMARC lets pass
/// @param atRisk those that fail and may be real
/// @param passedOn those that fail and were passed on by others, which receivers know
/// @param unknown those that fail and nothing ties to the domain
/// @param notTold those that fail from sources too small to be listed
/// @param words it all in plain words
public record Enforcement(
    Verdict verdict,
    long messages,
    long passed,
    long atRisk,
    long passedOn,
    long unknown,
    long notTold,
    String words) {

  /// Over how many days reports are judged.
  public static final int DAYS = 30;

  /// How far back a source's passing mail still shows that it is the domain's own.
  public static final int LOOK_BACK_DAYS = 90;

  /// A fortnight holds what is sent weekly twice.
  static final int LEAST_DAYS = 14;

  /// What a single receiver sees is its own users' mail.
  static final int LEAST_REPORTERS = 2;

  /// One in so many messages: mail that breaks on its way never ends, and is no reason to wait.
  static final int TOLERATED = 1_000;

  /// What it comes to.
  public enum Verdict {
    /// Nearly all real mail passes.
    HARMLESS,
    /// Real mail would be hit.
    HITS_REAL_MAIL,
    /// There are not enough reports to tell.
    TOO_EARLY
  }

  /// What reports there are of the days.
  ///
  /// @param first the first day with a report, if there is one
  /// @param policy what the last of them says that the domain asks for
  public record Reported(
      @Nullable LocalDate first,
      @Nullable LocalDate last,
      long reports,
      long reporters,
      long messages,
      long passed,
      @Nullable Disposition policy) {}

  /// The first of the days that are judged.
  public static LocalDate first(LocalDate today) {
    return today.minusDays(DAYS - 1L);
  }

  /// Judges the sources of some days.
  ///
  /// @param sources those with the most messages, maybe not all
  public static Enforcement judge(
      DomainName domain, Reported reported, List<MailSource> sources, Suppliers suppliers) {
    long atRisk = 0;
    long atRiskSources = 0;
    long passedOn = 0;
    long unknown = 0;
    long unknownSources = 0;
    for (var source : sources) {
      passedOn += source.passedOn();
      if (source.atStake() == 0) {
        continue;
      }
      if (SourceKind.of(source, domain, suppliers).mayBeReal()) {
        atRisk += source.atStake();
        atRiskSources++;
      } else {
        unknown += source.atStake();
        unknownSources++;
      }
    }
    long notTold = reported.messages() - reported.passed() - atRisk - passedOn - unknown;
    long real = reported.passed() + atRisk;
    var missing = missing(reported);
    var verdict =
        missing != null
            ? Verdict.TOO_EARLY
            : atRisk * TOLERATED > real ? Verdict.HITS_REAL_MAIL : Verdict.HARMLESS;
    var words =
        missing != null
            ? "There are not enough reports to tell: " + missing
            : hit(reported.policy(), verdict, atRisk, atRiskSources, real)
                + rest(passedOn, unknown, unknownSources, notTold);
    return new Enforcement(
        verdict, reported.messages(), reported.passed(), atRisk, passedOn, unknown, notTold, words);
  }

  /// What there is too little of, in words; null when there is enough.
  private static @Nullable String missing(Reported reported) {
    if (reported.first() == null || reported.last() == null) {
      return "none are about the last %d days.".formatted(DAYS);
    }
    long days = ChronoUnit.DAYS.between(reported.first(), reported.last()) + 1;
    if (days < LEAST_DAYS) {
      return "they cover %s, and it takes %d.".formatted(count(days, "day"), LEAST_DAYS);
    }
    if (reported.reporters() < LEAST_REPORTERS) {
      return "they come from %s, and it takes %d."
          .formatted(count(reported.reporters(), "reporter"), LEAST_REPORTERS);
    }
    return null;
  }

  private static String hit(
      @Nullable Disposition policy, Verdict verdict, long atRisk, long sources, long real) {
    boolean strict = policy == Disposition.REJECT;
    var what =
        strict
            ? "The policy is reject already, and it "
            : policy == Disposition.QUARANTINE
                ? "Moving from quarantine to reject "
                : "Moving to quarantine or reject ";
    if (real == 0) {
      return what
          + (strict ? "hits" : "would hit")
          + " no mail that is known to be real: none was seen.";
    }
    var verb = strict ? "hits" : "would hit";
    if (atRisk == 0) {
      return "%s%s no mail that is known to be real: all of %s passed."
          .formatted(what, verb, count(real, "message"));
    }
    var figures =
        "%,d of %s (%s) failed from %s that %s its own, or may be."
            .formatted(
                atRisk,
                count(real, "message"),
                share(atRisk, real),
                count(sources, "source"),
                sources == 1 ? "is" : "are");
    return "%s%s %s: %s"
        .formatted(
            what,
            verb,
            verdict == Verdict.HARMLESS ? "next to none of the real mail" : "real mail",
            figures);
  }

  private static String rest(long passedOn, long unknown, long sources, long notTold) {
    var rest = new StringBuilder();
    if (unknown > 0) {
      rest.append(
          " %s from %s that nothing ties to it failed, too: most likely forged."
              .formatted(count(unknown, "message"), count(sources, "source")));
    }
    if (passedOn > 0) {
      rest.append(
          " %s failed on the way through forwarders or mailing lists, as receivers say."
              .formatted(count(passedOn, "message")));
    }
    if (notTold > 0) {
      rest.append(
          " %s failed from sources too small to be listed.".formatted(count(notTold, "message")));
    }
    return rest.toString();
  }

  private static String share(long part, long whole) {
    double percent = 100.0 * part / whole;
    return percent < 0.1
        ? "less than 0.1%"
        : String.format(Locale.UK, percent < 10 ? "%.1f%%" : "%.0f%%", percent);
  }

  private static String count(long number, String noun) {
    return String.format(Locale.UK, "%,d %s%s", number, noun, number == 1 ? "" : "s");
  }
}
