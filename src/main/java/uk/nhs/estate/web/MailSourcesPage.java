package uk.nhs.estate.web;

import java.time.LocalDate;
import java.util.List;
import uk.nhs.estate.report.Enforcement;
import uk.nhs.estate.store.DmarcDayRow;
import uk.nhs.estate.store.DmarcSourceRow;

/// Who sends mail as a domain.
///
/// @param sources those with the most messages
/// @param more whether there are more of them
/// @param days the last one first
public record MailSourcesPage(
    String domain,
    LocalDate first,
    LocalDate last,
    Enforcement enforcement,
    List<Line> sources,
    boolean more,
    List<DmarcDayRow> days) {

  /// A source.
  ///
  /// @param whose whose it may be
  public record Line(DmarcSourceRow row, String whose) {

    /// The names for which its mail was authenticated, at most a few.
    public List<String> names() {
      var names = row.mailSource().authenticated();
      return names.size() <= 3 ? names : Words.after(names.get(0), List.of(names.get(1), "…"));
    }
  }

  /// The judgement in a word or two.
  public String verdict() {
    return switch (enforcement.verdict()) {
      case HARMLESS -> "Nearly all real mail passes";
      case HITS_REAL_MAIL -> "Real mail fails";
      case TOO_EARLY -> "Too early to tell";
    };
  }

  /// The colour of its tag, which never stands without the words.
  public String colour() {
    return switch (enforcement.verdict()) {
      case HARMLESS -> "green";
      case HITS_REAL_MAIL -> "red";
      case TOO_EARLY -> "grey";
    };
  }
}
