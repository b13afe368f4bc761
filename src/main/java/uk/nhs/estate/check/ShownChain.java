package uk.nhs.estate.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import uk.nhs.estate.observation.LastAnswers;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.observation.certificate.Certificate;
import uk.nhs.estate.observation.certificate.Sent;
import uk.nhs.estate.observation.certificate.Unreadable;

/// A chain of certificates as one address shows it, with all that it showed beside it.
///
/// @param parts the certificates as sent, the leaf first
/// @param versions the versions of TLS in which it was shown, in words
/// @param showings what was seen when it was shown; none in what was kept before more than one
///     handshake was tried
public record ShownChain(List<Part> parts, List<String> versions, List<TlsPosture.Shown> showings) {

  /// Why rules for public authorities say nothing about others.
  public static final String NOT_PUBLIC =
      "it does not say that it follows the rules for public authorities";

  /// Enough for all chains of a site with many addresses.
  private static final LastAnswers<Part, Sent> READ =
      new LastAnswers<>(256, part -> Sent.read(part.bytes()));

  private static final Set<String> PUBLIC =
      Set.of("2.23.140.1.2.1", "2.23.140.1.2.2", "2.23.140.1.2.3", "2.23.140.1.1");

  public ShownChain {
    parts = List.copyOf(parts);
    versions = List.copyOf(versions);
    showings = List.copyOf(showings);
  }

  /// What an address shows to who asks for the site by its name; the default certificate, which is
  /// for who names no site, is not among it.
  public static List<ShownChain> named(TlsFacts.Met server) {
    var shown = shown(server, true);
    if (!(server.outcome() instanceof TlsFacts.Completed completed)
        || completed.chain().isEmpty()) {
      return shown;
    }
    var version = completed.version().replace("TLSv", "TLS ");
    var chains = new ArrayList<ShownChain>();
    boolean known = false;
    for (var chain : shown) {
      boolean same = chain.parts().equals(completed.chain());
      known |= same;
      chains.add(same ? chain.alsoIn(version) : chain);
    }
    if (!known) {
      chains.add(new ShownChain(completed.chain(), List.of(version), List.of()));
    }
    return chains;
  }

  private ShownChain alsoIn(String version) {
    return new ShownChain(
        parts, Stream.concat(versions.stream(), Stream.of(version)).distinct().toList(), showings);
  }

  /// What an address shows to who names no site.
  public static List<ShownChain> nameless(TlsFacts.Met server) {
    return shown(server, false);
  }

  private static List<ShownChain> shown(TlsFacts.Met server, boolean named) {
    var showings = new LinkedHashMap<List<Part>, List<TlsPosture.Shown>>();
    if (server.posture() != null) {
      for (var shown : server.posture().chains()) {
        if (named == (shown.serverName() != null) && !shown.chain().isEmpty()) {
          showings.computeIfAbsent(shown.chain(), _ -> new ArrayList<>()).add(shown);
        }
      }
    }
    return showings.entrySet().stream()
        .map(
            entry ->
                new ShownChain(
                    entry.getKey(),
                    entry.getValue().stream()
                        .map(shown -> version(shown.version()))
                        .distinct()
                        .toList(),
                    entry.getValue()))
        .toList();
  }

  /// Whether its leaf can be read.
  public boolean isReadable() {
    return READ.to(parts.getFirst()) instanceof Certificate;
  }

  /// The certificate of the site itself.
  public Certificate leaf() {
    return switch (READ.to(parts.getFirst())) {
      case Certificate leaf -> leaf;
      case Unreadable(_, var why) -> throw new IllegalStateException(why);
    };
  }

  /// Those that can be read, the leaf first.
  public List<Certificate> certificates() {
    return parts.stream()
        .map(READ::to)
        .filter(Certificate.class::isInstance)
        .map(Certificate.class::cast)
        .toList();
  }

  /// Those sent beside the leaf that are no roots.
  public List<Certificate> intermediates() {
    return certificates().stream().skip(1).filter(its -> !its.isSelfIssued()).toList();
  }

  /// Whether its leaf says that it was issued under the rules of the CA/Browser Forum for public
  /// authorities (Baseline Requirements §7.1.6.1).
  public boolean isOfPublicAuthority() {
    var policies = leaf().policies().ids();
    return policies != null && policies.stream().anyMatch(PUBLIC::contains);
  }

  /// The different OCSP responses that were stapled to it.
  public List<Part> staples() {
    return showings.stream()
        .map(TlsPosture.Shown::ocsp)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  /// The different lists of timestamps that came by the TLS extension (RFC 6962 §3.3.1).
  public List<Part> timestamps() {
    return showings.stream()
        .map(TlsPosture.Shown::scts)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  /// Where it was shown, and which it is.
  public String words() {
    var where = "in " + String.join(" and ", versions) + ", ";
    return switch (READ.to(parts.getFirst())) {
      case Certificate leaf ->
          "%s“%s” (serial number %s, %s to %s, SHA-256 %s)"
              .formatted(
                  where,
                  leaf,
                  leaf.serialText(),
                  leaf.notBefore(),
                  leaf.notAfter(),
                  leaf.fingerprint());
      case Unreadable(var fingerprint, _) -> where + "a certificate with SHA-256 " + fingerprint;
    };
  }

  private static String version(int version) {
    return switch (version) {
      case TlsPosture.SSL_2 -> "SSL 2.0";
      case TlsPosture.SSL_3 -> "SSL 3.0";
      default -> "TLS 1." + (version - TlsPosture.TLS_1_0);
    };
  }
}
