package uk.nhs.estate.bench;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.nhs.estate.practice.PracticeZone;
import uk.nhs.estate.practice.Signing;

/// A private world of name servers on loopback: a root, `test`, a registry `nhs.test`, and many
/// sound domains below it, each with a key of its own and its own two name servers at the same four
/// addresses; and a few domains whose servers are awkward.
///
/// Knot serves what the practice code has signed; each level has a server process of its own, so
/// that nobody skips a delegation.
final class BenchWorld implements Closeable {
  static final List<String> ROOT = List.of("127.53.0.1", "127.53.0.2");
  private static final List<String> TEST = List.of("127.53.1.1", "127.53.1.2");
  private static final List<String> REGISTRY = List.of("127.53.2.1", "127.53.2.2");
  private static final List<String> HOSTING =
      List.of("127.53.3.1", "127.53.4.1", "127.53.5.1", "127.53.6.1");
  private static final List<String> SILENT =
      List.of("127.53.7.1", "127.53.7.2", "127.53.7.3", "127.53.7.4");
  private static final List<String> SLOW =
      List.of("127.53.8.1", "127.53.8.2", "127.53.8.3", "127.53.8.4");

  private final Path folder;
  private final int port;
  private final List<PracticeZone> domains = new ArrayList<>();
  private final List<Knot> servers = new ArrayList<>();
  private final List<AwkwardServer> awkward = new ArrayList<>();
  private final PracticeZone root;

  /// @param unsigned how many of the domains are not signed
  /// @param port of all servers; 0 for one that is free
  BenchWorld(int sound, int unsigned, int port) throws IOException, InterruptedException {
    this.folder = Files.createTempDirectory("estate-bench-");
    this.port = port == 0 ? freePort() : port;
    var now = Instant.now();
    var all =
        Stream.concat(
                IntStream.range(0, sound)
                    .parallel()
                    .mapToObj(at -> domain(name(at), HOSTING, at >= unsigned, now)),
                Stream.of(
                    domain(oneSilent(), with(SILENT, 2), true, now),
                    domain(allSilent(), SILENT, true, now),
                    domain(allSlow(), SLOW, true, now)))
            .toList();
    domains.addAll(all.subList(0, sound));
    var registry = zone("nhs.test", REGISTRY, all, now);
    var test = zone("test", TEST, List.of(registry), now);
    this.root = zone(".", ROOT, List.of(test), now);
    try {
      servers.add(Knot.start(folder.resolve("root"), ROOT, this.port, List.of(root)));
      servers.add(Knot.start(folder.resolve("test"), TEST, this.port, List.of(test)));
      servers.add(Knot.start(folder.resolve("registry"), REGISTRY, this.port, List.of(registry)));
      servers.add(Knot.start(folder.resolve("hosting"), HOSTING, this.port, all));
      for (var address : SILENT) {
        awkward.add(new AwkwardServer(at(address), at(HOSTING.getFirst()), Optional.empty()));
      }
      for (var address : SLOW) {
        var late = Optional.of(Duration.ofSeconds(2));
        awkward.add(new AwkwardServer(at(address), at(HOSTING.getFirst()), late));
      }
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral(ROOT.getFirst()))) {
      return socket.getLocalPort();
    }
  }

  private static List<String> with(List<String> silent, int few) {
    return Stream.concat(HOSTING.stream().skip(few), silent.stream().limit(few)).toList();
  }

  private InetSocketAddress at(String address) {
    return new InetSocketAddress(InetAddress.ofLiteral(address), port);
  }

  static String name(int number) {
    return "d%05d.nhs.test".formatted(number);
  }

  static String oneSilent() {
    return "one-silent.nhs.test";
  }

  static String allSilent() {
    return "all-silent.nhs.test";
  }

  static String allSlow() {
    return "all-slow.nhs.test";
  }

  /// What a sound domain has, nothing of which is kept from another domain.
  private static PracticeZone domain(String name, List<String> at, boolean signed, Instant now) {
    var zone =
        PracticeZone.of(
            name,
            """
            @ SOA ns1 hostmaster 2026112601 7200 3600 1209600 3600
            @ NS ns1
            @ NS ns2
            ns1 A %s
            ns1 A %s
            ns2 A %s
            ns2 A %s
            @ CAA 0 issue "ca.test"
            @ A 192.0.2.80
            @ AAAA 2001:db8::80
            www A 192.0.2.80
            www AAAA 2001:db8::80
            @ MX 10 mail
            mail A 192.0.2.25
            mail AAAA 2001:db8::25
            @ TXT "v=spf1 mx -all"
            _dmarc TXT "v=DMARC1; p=reject; rua=mailto:dmarc@%5$s"
            _smtp._tls TXT "v=TLSRPTv1; rua=mailto:tls@%5$s"
            s1._domainkey TXT "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
            """
                .formatted(at.get(0), at.get(1), at.get(2), at.get(3), name));
    return signed ? zone.signed(Signing.from(now)) : zone;
  }

  private static PracticeZone zone(
      String name, List<String> at, List<PracticeZone> below, Instant now) {
    var servers = name.equals(".") ? "root-servers.test." : "servers";
    var text =
        new StringBuilder(
            """
            @ SOA a.%1$s hostmaster.%1$s 1 7200 3600 1209600 3600
            @ NS a.%1$s
            @ NS b.%1$s
            a.%1$s A %2$s
            b.%1$s A %3$s
            """
                .formatted(servers, at.get(0), at.get(1)));
    for (var one : below) {
      text.append(one.nameServers()).append(one.delegationSigner());
    }
    if (name.equals("test")) {
      text.append("a.root-servers A ").append(ROOT.get(0)).append('\n');
      text.append("b.root-servers A ").append(ROOT.get(1)).append('\n');
    }
    return PracticeZone.of(name, text.toString()).signed(Signing.from(now));
  }

  int port() {
    return port;
  }

  List<String> names() {
    return domains.stream().map(PracticeZone::domain).toList();
  }

  String rootHints() {
    return root.nameServers();
  }

  String trustAnchor() {
    return root.delegationSigner();
  }

  /// The key of the root, as in a zone file.
  String rootKey() {
    return root.toString()
        .lines()
        .filter(line -> line.contains("DNSKEY"))
        .findFirst()
        .orElseThrow();
  }

  /// Questions that all the servers were asked so far, the awkward ones left out.
  long questions() throws IOException, InterruptedException {
    long all = 0;
    for (var server : servers) {
      all += server.questions();
    }
    return all;
  }

  @Override
  public void close() throws IOException {
    for (var server : awkward) {
      server.close();
    }
    servers.forEach(Knot::close);
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
