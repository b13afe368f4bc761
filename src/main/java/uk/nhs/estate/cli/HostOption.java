package uk.nhs.estate.cli;

import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/// The address that a service listens on.
final class HostOption {
  private static final Pattern LOOPBACK =
      Pattern.compile("(?i)localhost|127(\\.[0-9]{1,3}){3}|::1|0:0:0:0:0:0:0:1");

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "${env:ESTATE_HOST:-127.0.0.1}",
      description =
          "The address to listen on (also ESTATE_HOST; default: 127.0.0.1, which only this machine"
              + " reaches).")
  String address = "127.0.0.1";

  /// Where somebody finds what listens on a port of this address.
  String url(int port) {
    return "http://" + (address.contains(":") ? "[" + address + "]" : address) + ":" + port;
  }

  /// Whether only this machine can ask.
  boolean isLoopback() {
    return LOOPBACK.matcher(address).matches();
  }
}
