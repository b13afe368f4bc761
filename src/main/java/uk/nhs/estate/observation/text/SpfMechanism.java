package uk.nhs.estate.observation.text;

import org.jspecify.annotations.Nullable;

/// What a directive of an SPF record matches senders with (RFC 7208 §5).
public sealed interface SpfMechanism {

  /// Matches every sender (§5.1).
  record All() implements SpfMechanism {}

  /// Matches who passes another domain's record (§5.2).
  record Include(SpfMacroString domain) implements SpfMechanism {}

  /// Matches the addresses of a name (§5.3).
  ///
  /// @param domain none for the domain itself
  record A(@Nullable SpfMacroString domain, Lengths lengths) implements SpfMechanism {}

  /// Matches the addresses of a name's mail exchangers (§5.4).
  ///
  /// @param domain none for the domain itself
  record Mx(@Nullable SpfMacroString domain, Lengths lengths) implements SpfMechanism {}

  /// Matches by the name of the sender's address (§5.5).
  ///
  /// @param domain none for the domain itself
  record Ptr(@Nullable SpfMacroString domain) implements SpfMechanism {}

  /// Matches the addresses of an IPv4 network (§5.6).
  record Ip4(IpNetwork network) implements SpfMechanism {}

  /// Matches the addresses of an IPv6 network (§5.6).
  record Ip6(IpNetwork network) implements SpfMechanism {}

  /// Matches when a name has an IPv4 address (§5.7).
  record Exists(SpfMacroString domain) implements SpfMechanism {}

  /// How many bits of an address are compared.
  record Lengths(int ipv4, int ipv6) {
    static final Lengths WHOLE = new Lengths(32, 128);

    /// The network around an address.
    public IpNetwork around(IpAddress address) {
      return IpNetwork.around(address, address.isIpv6() ? ipv6 : ipv4);
    }
  }

  /// Whether it counts towards the ten terms that may ask the DNS (§4.6.4).
  default boolean asks() {
    return switch (this) {
      case All _, Ip4 _, Ip6 _ -> false;
      case Include _, A _, Mx _, Ptr _, Exists _ -> true;
    };
  }

  /// The name that it is about, as written; none when that is the domain itself, or no name at all.
  default @Nullable SpfMacroString target() {
    return switch (this) {
      case All _, Ip4 _, Ip6 _ -> null;
      case Include(var domain) -> domain;
      case A(var domain, _) -> domain;
      case Mx(var domain, _) -> domain;
      case Ptr(var domain) -> domain;
      case Exists(var domain) -> domain;
    };
  }
}
