package uk.nhs.estate.observation.certificate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether a certificate of a path was taken back, by the lists that are at hand (RFC 5280 §6.3).
///
/// Nobody fetches any: where there is no list of its issuer, nothing is said of a certificate.
/// Lists of changes, of others' certificates or for some reasons only are passed over.
final class Revocations {
  private static final String CRL_NUMBER = "2.5.29.20";
  private static final String DELTA_INDICATOR = "2.5.29.27";
  private static final String SCOPE = "2.5.29.28";

  private static final Set<String> KNOWN =
      Set.of(CRL_NUMBER, DELTA_INDICATOR, SCOPE, Extension.AUTHORITY_KEY_IDENTIFIER);

  private Revocations() {}

  static List<Flaw> judge(Chain chain, Certificate certificate, Certificate issuer) {
    for (var der : chain.revocations()) {
      try {
        var list = RevocationList.read(der);
        if (list.issuer().equals(issuer.subject()) && isAbout(list, certificate)) {
          var flaw = judge(list, certificate, issuer, chain.at());
          if (flaw.isPresent()) {
            return List.of(flaw.get());
          }
        }
      } catch (MalformedException e) {
        return List.of(
            unclear(
                certificate,
                "there is a list of revoked certificates that cannot be read: " + e.what()));
      }
    }
    return List.of();
  }

  private static Optional<Flaw> judge(
      RevocationList list, Certificate certificate, Certificate issuer, Instant at) {
    var fault = fault(list, issuer, at);
    if (fault != null) {
      return Optional.of(unclear(certificate, "the list of revoked certificates " + fault));
    }
    return list.serials().contains(certificate.serial())
        ? Optional.of(new Flaw(Flaw.Kind.REVOKED, certificate, "was revoked by its issuer"))
        : Optional.empty();
  }

  private static Flaw unclear(Certificate certificate, String words) {
    return new Flaw(Flaw.Kind.REVOCATION_UNCLEAR, certificate, words);
  }

  /// Why a list cannot be relied on (§5.1, §5.2, §6.3.3).
  private static @Nullable String fault(RevocationList list, Certificate issuer, Instant at) {
    var usage = issuer.keyUsage();
    if (usage.isPresent() && !usage.get().contains(KeyUse.CRL_SIGN)) {
      return "is signed with a key that must not sign it";
    }
    if (Signatures.verify(list.algorithm(), issuer.key(), list.signed(), list.signature())
        != Signatures.Outcome.GOOD) {
      return "is signed wrongly";
    }
    if (list.algorithm().isBroken()) {
      return "is signed in a way that can be forged";
    }
    var next = list.nextUpdate();
    if (next == null || !at.isBefore(next.plusSeconds(1)) || at.isBefore(list.thisUpdate())) {
      return "is not of this time";
    }
    if (list.version() < 2
        || extension(list, Extension.AUTHORITY_KEY_IDENTIFIER).isEmpty()
        || extension(list, CRL_NUMBER).filter(number -> !number.critical()).isEmpty()) {
      return "has no number or no key identifier, or has them as critical";
    }
    if (list.hasOddEntries()
        || list.extensions().stream()
            .anyMatch(one -> one.critical() && !KNOWN.contains(one.id()))) {
      return "has critical extensions that are not known";
    }
    return null;
  }

  private static Optional<Extension> extension(RevocationList list, String id) {
    return list.extensions().stream().filter(extension -> extension.id().equals(id)).findFirst();
  }

  /// Whether a list is one of all revoked certificates of this kind (§5.2.4, §5.2.5).
  private static boolean isAbout(RevocationList list, Certificate certificate)
      throws MalformedException {
    if (extension(list, DELTA_INDICATOR).isPresent()) {
      return false;
    }
    var scope = extension(list, SCOPE);
    if (scope.isEmpty()) {
      return true;
    }
    boolean authority = certificate.isAuthority();
    for (var part : Der.of(scope.get().value()).sequence()) {
      boolean excludes =
          switch (part.mark()) {
            case 0 -> false;
            case 1 -> authority;
            case 2 -> !authority;
            default -> true;
          };
      if (excludes) {
        return false;
      }
    }
    return true;
  }
}
