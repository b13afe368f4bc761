package uk.nhs.estate.observation.certificate;

import java.net.InetAddress;

/// Whom a visitor wants to reach (RFC 9525 §6.1).
public sealed interface PeerName {

  /// A host by its name, in ASCII; a dot at the end is left out.
  record Host(String name) implements PeerName {
    public Host {
      name = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
  }

  /// A host by its address, 4 or 16 octets.
  record Address(Octets octets) implements PeerName {}

  /// Reads a name or an address.
  static PeerName of(String text) {
    try {
      return new Address(new Octets(InetAddress.ofLiteral(text).getAddress()));
    } catch (IllegalArgumentException _) {
      return new Host(text);
    }
  }
}
