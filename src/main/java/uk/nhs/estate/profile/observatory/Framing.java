package uk.nhs.estate.profile.observatory;

import static uk.nhs.estate.profile.observatory.Outcome.FRAMING_ALLOW_FROM;
import static uk.nhs.estate.profile.observatory.Outcome.FRAMING_CSP;
import static uk.nhs.estate.profile.observatory.Outcome.FRAMING_HEADER;
import static uk.nhs.estate.profile.observatory.Outcome.FRAMING_INVALID;
import static uk.nhs.estate.profile.observatory.Outcome.FRAMING_OPEN;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import uk.nhs.estate.observation.text.ContentSecurityPolicy;
import uk.nhs.estate.observation.text.XFrameOptions;

/// Who may frame the page.
final class Framing {

  private static final String FIELD = "X-Frame-Options";

  private Framing() {}

  static Opinion of(Look look) {
    boolean theirPolicy =
        ContentSecurity.theirMerge(look)
            .filter(merged -> merged.directives().containsKey("frame-ancestors"))
            .isPresent();
    var theirs = theirPolicy ? FRAMING_CSP : theirHeader(look.joined(FIELD));
    var said =
        ContentSecurityPolicy.parse(look.values("Content-Security-Policy")).stream()
            .map(ContentSecurityPolicy::framing)
            .filter(framing -> framing != ContentSecurityPolicy.Framing.UNSAID)
            .toList();
    if (said.isEmpty() && !theirPolicy) {
      var because =
          theirs == FRAMING_ALLOW_FROM ? Deviation.FRAMING_ALLOW_FROM : Deviation.FRAMING_VALUES;
      return new Opinion(theirs, ourHeader(look.values(FIELD)), because);
    }
    var ours = said.isEmpty() ? ourHeader(look.values(FIELD)) : ours(said);
    return new Opinion(theirs, ours, Deviation.FRAMING_POLICY);
  }

  private static Outcome ours(List<ContentSecurityPolicy.Framing> said) {
    return said.contains(ContentSecurityPolicy.Framing.RESTRICTED) ? FRAMING_CSP : FRAMING_OPEN;
  }

  private static Outcome theirHeader(String joined) {
    var value = joined.strip().toLowerCase(Locale.ROOT);
    if (value.isEmpty()) {
      return FRAMING_OPEN;
    }
    if (Set.of("deny", "sameorigin").contains(value)) {
      return FRAMING_HEADER;
    }
    return value.startsWith("allow-from") ? FRAMING_ALLOW_FROM : FRAMING_INVALID;
  }

  private static Outcome ourHeader(List<String> fields) {
    if (String.join("", fields).isBlank()) {
      return FRAMING_OPEN;
    }
    return XFrameOptions.parse(fields).restrictsFraming() ? FRAMING_HEADER : FRAMING_INVALID;
  }
}
