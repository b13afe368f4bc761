package uk.nhs.estate.cli;

import java.net.InetAddress;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Endpoint;
import uk.nhs.estate.probe.net.AddressText;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.Refusal;

/// What a look at TLS is aimed at.
///
/// @param host a name in its canonical form, or an address
/// @param address that address; none for a name
record TlsTarget(String host, @Nullable InetAddress address, int port) {
  private static final int LAST_PORT = 65_535;

  /// `name`, `name:port`, `192.0.2.1:port`, `[2001:db8::1]:port`, or an address of IPv6 alone.
  private static final Pattern WRITTEN =
      Pattern.compile("(?:\\[([^\\]]*)\\]|([^\\[\\]:]*))(?::(.*))?");

  /// @throws Refusal when the text is no host, or its port is none
  static TlsTarget parse(String text, int usualPort) {
    var alone = AddressText.parse(text);
    if (alone.isPresent()) {
      return of(alone.get(), usualPort);
    }
    var parts = WRITTEN.matcher(text);
    if (!parts.matches()) {
      throw new Refusal(
          "host",
          Refusal.quote(text)
              + " is no host: give a name or an IP address, one of IPv6 in brackets if a port"
              + " follows.");
    }
    int port = parts.group(3) == null ? usualPort : port(parts.group(3), text);
    if (parts.group(1) != null) {
      return of(address("host", parts.group(1)), port);
    }
    var host = parts.group(2);
    return AddressText.parse(host)
        .map(address -> of(address, port))
        .orElseGet(() -> new TlsTarget(DomainName.parse(host).ascii(), null, port));
  }

  /// That address alone; none for a name.
  List<InetAddress> addresses() {
    return address == null ? List.of() : List.of(address);
  }

  private static TlsTarget of(InetAddress address, int port) {
    return new TlsTarget(AddressText.of(address), address, port);
  }

  private static int port(String digits, String text) {
    if (digits.startsWith("//")) {
      DomainName.parse(text); // says what is wrong with a URL
    }
    if (!digits.matches("[0-9]{1,5}")
        || Integer.parseInt(digits) < 1
        || Integer.parseInt(digits) > LAST_PORT) {
      throw new Refusal(
          "port", Refusal.quote(digits) + " is no port: give one from 1 to " + LAST_PORT + ".");
    }
    return Integer.parseInt(digits);
  }

  /// @throws Refusal when the text is no address
  static InetAddress address(String field, String text) {
    return AddressText.parse(text)
        .orElseThrow(
            () ->
                new Refusal(
                    field,
                    Refusal.quote(text)
                        + " is no IP address: give one such as 192.0.2.1 or 2001:db8::1."));
  }

  /// The host with its port.
  @Override
  public String toString() {
    return new Endpoint(host, port).toString();
  }
}
