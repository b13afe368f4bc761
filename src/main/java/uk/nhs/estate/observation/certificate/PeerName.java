package uk.nhs.estate.observation.certificate;

import uk.nhs.estate.observation.text.IpAddress;

/// Whom a visitor wants to reach (RFC 9525 §6.1).
public sealed interface PeerName {

  /// A host by its name, in ASCII; a dot at the end is left out.
  record Host(String name) implements PeerName {
    public Host {
      name = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
  }

  /// A host by its address.
  record Address(IpAddress address) implements PeerName {}

  /// Reads a name or an address.
  static PeerName of(String text) {
    return IpAddress.parse(text).<PeerName>map(Address::new).orElseGet(() -> new Host(text));
  }
}
