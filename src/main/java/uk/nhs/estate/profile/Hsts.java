package uk.nhs.estate.profile;

import java.time.Duration;

/// What is known of HTTP Strict Transport Security (RFC 6797), which TLS alone does not show.
public sealed interface Hsts {
  /// HTTP was not looked at.
  record Unknown() implements Hsts {}

  /// No answer asks for it.
  record Absent() implements Hsts {}

  /// @param maxAge how long a browser is to remember it
  record Asked(Duration maxAge) implements Hsts {}
}
