package uk.nhs.estate.observation.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How much of a page's address its links and requests tell to other sites (Referrer Policy §3).
public enum ReferrerPolicy {
  NO_REFERRER,
  NO_REFERRER_WHEN_DOWNGRADE,
  SAME_ORIGIN,
  ORIGIN,
  STRICT_ORIGIN,
  ORIGIN_WHEN_CROSS_ORIGIN,
  STRICT_ORIGIN_WHEN_CROSS_ORIGIN,
  UNSAFE_URL;

  /// The policy of a page: the last token that is one (§8.1). What browsers do not know they pass
  /// over, so that a page can give older ones something else.
  ///
  /// @param fields the values of all `Referrer-Policy` field lines
  public static Optional<ReferrerPolicy> parse(List<String> fields) {
    Optional<ReferrerPolicy> last = Optional.empty();
    for (var token : String.join(",", fields).split(",", -1)) {
      for (var policy : values()) {
        if (policy.token().equalsIgnoreCase(CommaSeparated.trim(token))) {
          last = Optional.of(policy);
        }
      }
    }
    return last;
  }

  /// As it is written in a field.
  public String token() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Whether other sites are told the whole address of a page, path and query included.
  public boolean tellsOthersTheWholeAddress() {
    return this == UNSAFE_URL || this == NO_REFERRER_WHEN_DOWNGRADE;
  }
}
