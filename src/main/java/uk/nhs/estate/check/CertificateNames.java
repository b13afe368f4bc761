package uk.nhs.estate.check;

import uk.nhs.estate.observation.certificate.Certificate;
import uk.nhs.estate.observation.certificate.Extension;
import uk.nhs.estate.observation.certificate.Names;
import uk.nhs.estate.observation.certificate.PeerName;

/// Judges for which names a certificate was issued (RFC 9525 §6.3).
public final class CertificateNames {
  /// More than people would read.
  private static final int MOST_NAMES = 20;

  private CertificateNames() {}

  /// Whether it is for a host.
  public static Verdict judge(Certificate leaf, String host) {
    var peer = PeerName.of(host);
    if (Names.match(leaf, peer)) {
      return new Verdict.Pass();
    }
    return leaf.malformed().containsKey(Extension.ALTERNATIVE_NAMES)
        ? Verdict.Unknown.lasting("the names in its certificate cannot be read")
        : new Verdict.Fail("", "for " + names(leaf) + commonName(leaf, peer));
  }

  private static String names(Certificate leaf) {
    var names = leaf.dnsNames();
    return names.isEmpty()
        ? "no name at all"
        : String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())))
            + (names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : "");
  }

  /// The common name is not asked (RFC 9525 §2), which surprises those who set it.
  private static String commonName(Certificate leaf, PeerName peer) {
    return leaf.subject().commonNames().stream()
        .filter(name -> PeerName.of(name).equals(peer))
        .map(name -> "; its common name is " + name + ", which nobody asks any more")
        .findFirst()
        .orElse("");
  }
}
