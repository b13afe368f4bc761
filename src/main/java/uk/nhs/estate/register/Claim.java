package uk.nhs.estate.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An organisation's relation to a domain or a site, with its evidence and dates.
///
/// It is about a site where only the site is the organisation's: a practice whose pages stand at a
/// host of its supplier claims that host, never the supplier's domain.
///
/// @param evidence what the claim rests on, for people: `website in ODS contacts, 2026-06`
/// @param from the first day on which it holds, if known
/// @param until the last day on which it holds, if it has ended
public record Claim(
    OdsCode organisation,
    Target target,
    Relation relation,
    String evidence,
    @Nullable LocalDate from,
    @Nullable LocalDate until) {

  /// The most characters that evidence may have.
  public static final int MOST_EVIDENCE = 500;

  public Claim {
    if (evidence.isBlank()
        || evidence.length() > MOST_EVIDENCE
        || evidence.codePoints().anyMatch(Refusal::isInvisible)) {
      throw new Refusal(
          "evidence",
          "Say on what the claim rests, in one line of at most " + MOST_EVIDENCE + " characters.");
    }
    Organisation.checkOrder("until", "The claim ends before it begins", from, until);
  }

  /// True if it holds on that day.
  public boolean holdsOn(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
  }
}
