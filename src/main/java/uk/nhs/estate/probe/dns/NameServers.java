package uk.nhs.estate.probe.dns;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.xbill.DNS.ResolverConfig;
import uk.nhs.estate.probe.net.AddressText;
import uk.nhs.estate.register.Refusal;

/// The resolving name servers to ask: those that an operator wrote, else the machine's own.
final class NameServers {
  private static final int DNS = 53;

  /// `192.0.2.1`, `192.0.2.1:5353`, `2001:db8::1`, `[2001:db8::1]` or `[2001:db8::1]:5353`.
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?:\\[([^\\]]*)\\]|([0-9.]*)|([^\\[\\]]*:[^\\[\\]]*:[^\\[\\]]*))(?::([0-9]{1,5}))?");

  private NameServers() {}

  static List<InetSocketAddress> of(List<String> written) {
    if (!written.isEmpty()) {
      return written.stream().map(NameServers::parse).toList();
    }
    var own = ResolverConfig.getCurrentConfig().servers();
    return own.isEmpty()
        ? List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), DNS))
        : List.copyOf(own);
  }

  static InetSocketAddress parse(String text) {
    var parts = WRITTEN.matcher(text);
    if (!parts.matches()) {
      throw refusal(text);
    }
    var address =
        Stream.of(parts.group(1), parts.group(2), parts.group(3))
            .filter(Objects::nonNull)
            .findFirst()
            .flatMap(AddressText::parse)
            .orElseThrow(() -> refusal(text));
    int port = parts.group(4) == null ? DNS : Integer.parseInt(parts.group(4));
    if (port < 1 || port > 65_535) {
      throw refusal(text);
    }
    return new InetSocketAddress(address, port);
  }

  private static Refusal refusal(String text) {
    return new Refusal(
        "resolvers",
        Refusal.quote(text)
            + " is no name server: give its address, and a port if it is not 53, as in"
            + " 192.0.2.1:5353 or [2001:db8::1]:5353.");
  }
}
