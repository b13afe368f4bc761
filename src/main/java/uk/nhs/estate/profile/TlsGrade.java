package uk.nhs.estate.profile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;

/// A letter comparable to that of SSL Labs, by their "SSL Server Rating Guide", edition 2009r of 16
/// May 2025 (<https://github.com/ssllabs/research/wiki/SSL-Server-Rating-Guide>).
///
/// Their letter rests on visits by simulated browsers as well, which are not made here.
public sealed interface TlsGrade {

  /// @param at the address that it is the letter of, which is the worst
  /// @param letter what the site gets
  /// @param ifTrusted what it would get with a certificate that counts
  /// @param scores why it is not better, by numbers
  /// @param caps why it is not better, by rules; the hardest first
  /// @param notes what would be needed for more, and what was not tried
  record Graded(
      String at, Letter letter, Letter ifTrusted, Scores scores, List<Cap> caps, List<String> notes)
      implements TlsGrade {
    public Graded {
      caps = List.copyOf(caps);
      notes = List.copyOf(notes);
    }
  }

  /// Something was hidden that may change the letter.
  ///
  /// @param atBest the letter that follows from what was seen
  /// @param hidden what was not seen
  record CannotSay(Letter atBest, List<String> hidden) implements TlsGrade {
    public CannotSay {
      hidden = List.copyOf(hidden);
    }
  }

  /// The three scores of 100 (rating guide, "Scoring").
  record Scores(int protocol, int keyExchange, int cipher) {

    /// All together: 30, 30 and 40 %; nothing if one of them is nothing.
    public int total() {
      return protocol == 0 || keyExchange == 0 || cipher == 0
          ? 0
          : (30 * protocol + 30 * keyExchange + 40 * cipher) / 100;
    }
  }

  /// A rule that allows no better letter.
  ///
  /// @param clause where the guide has it: the edition that brought it, or its date
  record Cap(Letter letter, String reason, String clause) {}

  /// The letter of a site: that of its worst address.
  ///
  /// @param verdicts what the checks of certificates said, by the id of their rule
  static TlsGrade of(TlsFacts tls, Map<String, Verdict> verdicts, Hsts hsts) {
    var atBest = Letter.A_PLUS;
    var hidden = new LinkedHashSet<String>();
    var graded = new ArrayList<Graded>();
    var trust = Trust.of(verdicts);
    hidden.addAll(trust.hidden());
    for (var place : Place.of(tls)) {
      switch (place) {
        case Place.Hidden(var at, var why) -> hidden.add(at + ": " + why);
        case Place.Seen(var at, var posture) -> {
          var rating = new Rating(posture, hsts);
          rating.hidden().forEach(what -> hidden.add(at + ": " + what));
          graded.add(rating.graded(at, trust));
        }
      }
    }
    Graded worst = null;
    for (var each : graded) {
      atBest = atBest.worse(each.letter());
      worst = worst == null || each.letter().compareTo(worst.letter()) > 0 ? each : worst;
    }
    boolean cannotBeWorse = atBest.compareTo(Letter.F) >= 0;
    return worst != null && (hidden.isEmpty() || cannotBeWorse)
        ? worst
        : new CannotSay(atBest, List.copyOf(hidden));
  }
}
