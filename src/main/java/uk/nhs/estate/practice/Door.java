package uk.nhs.estate.practice;

import java.util.List;

/// What a visitor meets at one port of a pretend site.
public sealed interface Door {

  /// Nobody listens: a connection is refused, or reset where hosts share an address (see
  /// [Loopback]).
  record Closed() implements Door {}

  /// Lets the visitor in and never says a word.
  record Silent() implements Door {}

  /// Hears the visitor and hangs up with a reset (RFC 9293 §3.5.2).
  record Resets() implements Door {}

  /// Says the same to everybody, one octet a character (ISO 8859-1), and hangs up.
  record Babbles(String octets) implements Door {}

  /// Speaks HTTP/1.1 in clear text; on the HTTPS port, too.
  record Http(Routes routes) implements Door {}

  /// Speaks HTTP/1.1 over TLS.
  record Https(Tls tls, Routes routes) implements Door {
    public Https identity(Identity other) {
      return new Https(new Tls(other, tls.protocols(), tls.suites()), routes);
    }

    public Https routes(Routes other) {
      return new Https(tls, other);
    }
  }

  /// Who a site is in TLS, and what it offers; empty lists are the JDK's defaults.
  record Tls(Identity identity, List<String> protocols, List<String> suites) {
    public Tls {
      protocols = List.copyOf(protocols);
      suites = List.copyOf(suites);
    }

    public static Tls of(Identity identity) {
      return new Tls(identity, List.of(), List.of());
    }

    public Tls protocols(String... names) {
      return new Tls(identity, List.of(names), suites);
    }

    public Tls suites(String... names) {
      return new Tls(identity, protocols, List.of(names));
    }
  }
}
