package uk.nhs.estate.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Looks once at the TLS of a host, without a database.
@Command(
    name = "scan-tls",
    description = {
      "Looks at the TLS of a host once, at each of its addresses: versions, cipher suites and who"
          + " decides their order, groups for key exchange, certificates, behaviour; what is wrong"
          + " with it, and which profiles it meets.",
      "HOST is a name or an IP address, in brackets if it is one of IPv6 and a port follows."
          + " Nothing is stored."
    },
    footer = {
      "",
      "Examples:",
      "  estate scan-tls www.example.nhs.uk",
      "  estate scan-tls www.example.nhs.uk:8443 --json",
      "  estate scan-tls www.example.nhs.uk --address 192.0.2.80 --address 2001:db8::80",
      "  estate scan-tls 192.0.2.80 --sni www.example.nhs.uk --ca-file our-root.pem",
      "  estate scan-tls mail.example.nhs.uk --starttls smtp"
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:done, nothing urgent or advisory found",
      "1:done, and something urgent or advisory was found",
      "2:the command line is not understood",
      "3:what was given is refused: a name, a port, an address, a file, a setting",
      "4:nothing could be seen, such as when no answer comes in time",
      "6:there is no such name, or it has no address",
      "7:nobody listens on the port",
      "8:what answers there does not speak TLS",
      "70:a fault of the program itself"
    },
    mixinStandardHelpOptions = true)
final class ScanTlsCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin ConfigOption config;
  @Mixin WorldOption world;

  @Parameters(paramLabel = "HOST[:PORT]", description = "A name or an address.")
  String host;

  @Option(
      names = "--address",
      paramLabel = "ADDRESS",
      description =
          "Go to this address and do not ask the DNS; may be given again, each address is looked"
              + " at.")
  List<String> addresses = new ArrayList<>();

  @Option(
      names = "--sni",
      paramLabel = "NAME",
      description = "The name to ask the server for. Default: HOST, if it is a name.")
  @Nullable String serverName;

  @Option(
      names = "--ca-file",
      paramLabel = "PEM",
      description =
          "The root certificates to trust. Default: those of scanner.yml, else of the Java"
              + " platform.")
  @Nullable String caFile;

  @Option(
      names = "--starttls",
      paramLabel = "PROTOCOL",
      description =
          "Ask for TLS within a protocol that begins in clear text: smtp, on port 25 unless another"
              + " is given.")
  TlsOrder.@Nullable Starttls starttls;

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      description =
          "How far to go: passive (one handshake as a browser makes it), ordinary, or thorough,"
              + " which tries known flaws in a form that does no harm: only at servers that are"
              + " yours to test. Default: ${DEFAULT-VALUE}.",
      defaultValue = "ordinary")
  TlsOrder.Level level = TlsOrder.Level.ORDINARY;

  @Option(
      names = "--allow-network",
      paramLabel = "NETWORK",
      description =
          "A private or special network that may be connected to for this look, such as 10.0.0.0/8;"
              + " may be given again, beside those of scanner.yml.")
  List<String> allowedNetworks = new ArrayList<>();

  @Option(names = "--json", description = "Print everything that was seen and judged as JSON.")
  boolean json;

  @Override
  public Integer call() {
    return TlsLook.at(order(), spec.commandLine().getOut(), spec.commandLine().getErr());
  }

  TlsOrder order() {
    return new TlsOrder(
        host,
        addresses,
        serverName,
        caFile,
        starttls,
        level,
        allowedNetworks,
        json,
        config.folder,
        world);
  }
}
