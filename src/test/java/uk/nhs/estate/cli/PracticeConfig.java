package uk.nhs.estate.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import uk.nhs.estate.practice.PracticeEstate;

/// A folder of settings that aims the scanner of another process at a practice estate.
final class PracticeConfig {
  private PracticeConfig() {}

  static Path write(Path folder, PracticeEstate practice) throws IOException {
    var root = Files.writeString(folder.resolve("root.pem"), practice.rootPem());
    var hints = Files.writeString(folder.resolve("root-hints.txt"), practice.rootHints());
    var anchor = Files.writeString(folder.resolve("root-anchor.txt"), practice.trustAnchor());
    var ours = Path.of("scanner-config");
    Files.createDirectories(folder.resolve("policy"));
    Files.copy(ours.resolve("policy/2026-11.yml"), folder.resolve("policy/2026-11.yml"));
    Files.writeString(
        folder.resolve("scanner.yml"),
        Files.readString(ours.resolve("scanner.yml"))
            .replace("resolvers: []", "resolvers: [\"" + practice.resolverText() + "\"]")
            .replace("allowed-networks: []", "allowed-networks: [\"127.0.0.0/8\"]")
            .replace("http-port: 80", "http-port: " + practice.httpPort())
            .replace("https-port: 443", "https-port: " + practice.httpsPort())
            .replace("smtp-port: 25", "smtp-port: " + practice.smtpPort())
            .replace("trust-store: null", "trust-store: \"" + root + "\"")
            .replace("first-within: PT1H", "first-within: PT1S")
            .replace("dns-try: PT3S", "dns-try: PT1S")
            .replace("handshake: PT8S", "handshake: PT3S")
            .replace("visit: PT20S", "visit: PT5S")
            .replace("  port: 53", "  port: " + practice.dnsPort())
            .replace("root-hints: null", "root-hints: \"" + hints + "\"")
            .replace("trust-anchor: null", "trust-anchor: \"" + anchor + "\"")
            .replace("questions-per-second: 20", "questions-per-second: 1000")
            .replace("questions-in-flight: 4", "questions-in-flight: 100")
            .replace("crawl-pause: PT1S", "crawl-pause: PT0.01S")
            .replace("scans-at-once: 16", "scans-at-once: 12"));
    return folder;
  }
}
