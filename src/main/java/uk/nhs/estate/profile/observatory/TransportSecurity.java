package uk.nhs.estate.profile.observatory;

import static uk.nhs.estate.profile.observatory.Outcome.HSTS_INVALID;
import static uk.nhs.estate.profile.observatory.Outcome.HSTS_LONG;
import static uk.nhs.estate.profile.observatory.Outcome.HSTS_MISSING;
import static uk.nhs.estate.profile.observatory.Outcome.HSTS_NO_HTTPS;
import static uk.nhs.estate.profile.observatory.Outcome.HSTS_PRELOADED;
import static uk.nhs.estate.profile.observatory.Outcome.HSTS_SHORT;
import static uk.nhs.estate.profile.observatory.Outcome.HSTS_UNTRUSTED;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.text.Hsts;

/// Whether browsers come back over https only.
final class TransportSecurity {

  private static final String FIELD = "Strict-Transport-Security";

  /// Six months, taken as 180 days.
  private static final long LONG_ENOUGH = 15_552_000;

  private TransportSecurity() {}

  static Opinion of(Look look) {
    if (!look.isOverHttps()) {
      return Opinion.shared(HSTS_NO_HTTPS);
    }
    if (look.preloaded().holds(look.http().host())) {
      return Opinion.shared(HSTS_PRELOADED);
    }
    if (!look.isTrusted()) {
      return Opinion.shared(HSTS_UNTRUSTED);
    }
    return new Opinion(theirs(look), ours(look), because(look));
  }

  private static Outcome theirs(Look look) {
    var fields = look.values(FIELD);
    if (fields.isEmpty()) {
      return HSTS_MISSING;
    }
    var value = String.join(", ", fields);
    Outcome outcome = HSTS_INVALID;
    for (var part : value.split(";")) {
      var directive = part.strip().toLowerCase(Locale.ROOT);
      if (directive.startsWith("max-age=") && value.indexOf(',') < 0) {
        // what is no number at all counts as large
        outcome =
            leadingNumber(directive.substring("max-age=".length()))
                .map(seconds -> seconds < LONG_ENOUGH ? HSTS_SHORT : HSTS_LONG)
                .orElse(HSTS_LONG);
      }
    }
    return outcome;
  }

  private static Optional<Double> leadingNumber(String text) {
    var number = text.strip();
    int end = number.startsWith("-") || number.startsWith("+") ? 1 : 0;
    int start = end;
    while (end < number.length() && number.charAt(end) >= '0' && number.charAt(end) <= '9') {
      end++;
    }
    return end == start ? Optional.empty() : Optional.of(Double.valueOf(number.substring(0, end)));
  }

  /// What the answers of the page's host over https say, the last first.
  private static Outcome ours(Look look) {
    var said = false;
    for (var hop : answers(look).reversed()) {
      var policy = hop.hsts();
      if (policy.isPresent()) {
        return policy.map(Hsts::maxAge).filter(seconds -> seconds >= LONG_ENOUGH).isPresent()
            ? HSTS_LONG
            : HSTS_SHORT;
      }
      said |= !hop.values(FIELD).isEmpty();
    }
    return said ? HSTS_INVALID : HSTS_MISSING;
  }

  private static List<Hop> answers(Look look) {
    return look.visit().hops().stream()
        .filter(hop -> hop.isHttps() && hop.host().equals(look.page().host()))
        .toList();
  }

  private static Deviation because(Look look) {
    if (!look.page().isHttps()) {
      return Deviation.HSTS_OVER_HTTP;
    }
    return switch (look.values(FIELD).size()) {
      case 0 -> Deviation.HSTS_EVERY_ANSWER;
      case 1 -> Deviation.HSTS_GRAMMAR;
      default -> Deviation.HSTS_FIRST_FIELD;
    };
  }
}
