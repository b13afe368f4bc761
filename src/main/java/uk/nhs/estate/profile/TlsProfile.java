package uk.nhs.estate.profile;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/// What somebody recommends of TLS, as a list of what may be offered.
///
/// @param name such as `Mozilla intermediate`
/// @param edition as its author numbers it; empty if he does not
/// @param date when it was published
/// @param source where it is published
/// @param versions that may be spoken, as on the wire
/// @param needs versions that must be spoken
/// @param suites that may be offered, by version; a version that is not in it may offer any
/// @param groups that may be offered; empty for any
/// @param oneOfGroups of which TLS 1.3 must offer at least one; empty for none
/// @param primeBits that a prime of Diffie-Hellman must have
/// @param rsaBits that the RSA key of a certificate must have; 0 for no such key
/// @param curves that the key of a certificate may be on; when there are none and no RSA key
///     either, it may be any key
/// @param signatures by which a certificate may be signed, as Java names them; empty for any
/// @param days that a certificate may be valid for; 0 for any number
public record TlsProfile(
    String name,
    String edition,
    LocalDate date,
    String source,
    Set<Integer> versions,
    Set<Integer> needs,
    Map<Integer, Set<String>> suites,
    Set<String> groups,
    Set<String> oneOfGroups,
    int primeBits,
    int rsaBits,
    Set<String> curves,
    Set<String> signatures,
    int days) {

  public TlsProfile {
    versions = Set.copyOf(versions);
    needs = Set.copyOf(needs);
    suites = Map.copyOf(suites);
    groups = Set.copyOf(groups);
    oneOfGroups = Set.copyOf(oneOfGroups);
    curves = Set.copyOf(curves);
    signatures = Set.copyOf(signatures);
  }
}
