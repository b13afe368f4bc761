package uk.nhs.estate.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import uk.nhs.estate.probe.net.ScannerSettings;
import uk.nhs.estate.register.Refusal;
import uk.nhs.estate.settings.ZoneLines;

/// Which world of names to look at, when it is not the internet.
final class WorldOption {
  private static final int LAST_PORT = 65_535;

  @Option(
      names = "--resolver",
      paramLabel = "ADDRESS",
      description =
          "A resolving name server to ask, as address or address:port; may be given again. Default:"
              + " those of scanner.yml, else this machine's own.")
  List<String> resolvers = new ArrayList<>();

  @Option(
      names = "--root-hints",
      paramLabel = "FILE",
      description =
          "The root servers to begin with, in the form of a zone file: NS records of the root and"
              + " their A and AAAA records. Default: those of the internet.")
  @Nullable String rootHints;

  @Option(
      names = "--trust-anchor",
      paramLabel = "FILE",
      description =
          "DS or DNSKEY records of the root that signatures are held against, in the form of a zone"
              + " file. Default: the keys of the internet's root.")
  @Nullable String trustAnchor;

  @Option(
      names = "--dns-port",
      paramLabel = "PORT",
      description = "The port of every name server; 53 but in a laboratory.")
  @Nullable Integer port;

  /// @throws Refusal when a file cannot be read, or the port is none
  ScannerSettings in(ScannerSettings settings) {
    var dns = settings.dns();
    if (port != null && (port < 1 || port > LAST_PORT)) {
      throw new Refusal("dns-port", port + " is no port: give one from 1 to " + LAST_PORT + ".");
    }
    return settings.aimedAt(
        resolvers.isEmpty() ? settings.resolvers() : resolvers,
        settings.allowedNetworks(),
        settings.httpPort(),
        settings.httpsPort(),
        settings.smtpPort(),
        settings.trustStore(),
        dns.aimedAt(
            Objects.requireNonNullElse(port, dns.port()),
            rootHints == null ? dns.rootHints() : ZoneLines.read("root-hints", rootHints),
            trustAnchor == null ? dns.trustAnchor() : ZoneLines.read("trust-anchor", trustAnchor)));
  }
}
