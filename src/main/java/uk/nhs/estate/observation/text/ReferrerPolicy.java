package uk.nhs.estate.observation.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

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

  /// What browsers do when no policy is given (§3).
  public static final ReferrerPolicy DEFAULT = STRICT_ORIGIN_WHEN_CROSS_ORIGIN;

  /// The policy of a page: the last token that is one (§8.1). What browsers do not know they pass
  /// over, so that a page can give older ones something else.
  ///
  /// @param fields the values of all `Referrer-Policy` field lines
  public static Optional<ReferrerPolicy> parse(List<String> fields) {
    return tokens(fields)
        .map(ReferrerPolicy::ofToken)
        .flatMap(Optional::stream)
        .reduce((_, last) -> last);
  }

  /// The policy that a `meta` element named `referrer` gives (HTML §4.2.5.1): one token, or one of
  /// the words of old.
  ///
  /// @param content what the element says
  public static Optional<ReferrerPolicy> ofMeta(String content) {
    return switch (content.toLowerCase(Locale.ROOT)) {
      case "never" -> Optional.of(NO_REFERRER);
      case "default" -> Optional.of(DEFAULT);
      case "always" -> Optional.of(UNSAFE_URL);
      case "origin-when-crossorigin" -> Optional.of(ORIGIN_WHEN_CROSS_ORIGIN);
      default -> ofToken(content);
    };
  }

  private static Optional<ReferrerPolicy> ofToken(String token) {
    return Arrays.stream(values())
        .filter(policy -> policy.token().equalsIgnoreCase(token))
        .findFirst();
  }

  /// What browsers do not know among the tokens of a header.
  ///
  /// @param fields the values of all `Referrer-Policy` field lines
  public static List<String> unknownIn(List<String> fields) {
    return tokens(fields).filter(token -> ofToken(token).isEmpty()).distinct().toList();
  }

  private static Stream<String> tokens(List<String> fields) {
    return Arrays.stream(String.join(",", fields).split(",", -1))
        .map(CommaSeparated::trim)
        .filter(token -> !token.isEmpty());
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
