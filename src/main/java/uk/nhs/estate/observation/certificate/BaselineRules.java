package uk.nhs.estate.observation.certificate;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.certificate.AlternativeName.Kind;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.PublicSuffixes;
import uk.nhs.estate.register.Refusal;

/// What the CA/Browser Forum's Baseline Requirements ask of authorities on top of RFC 5280 (TLS BR
/// 2.1, §7.1).
final class BaselineRules {
  /// An address, or what some programs take for one (WHATWG URL §3.5).
  private static final Pattern ENDS_IN_A_NUMBER =
      Pattern.compile("(?:.*\\.)?(?:[0-9]+|0[xX][0-9a-fA-F]*)|.*:.*");

  private final Certificate certificate;
  private final List<Flaw> flaws;

  /// @param flaws takes what is wrong
  BaselineRules(Certificate certificate, List<Flaw> flaws) {
    this.certificate = certificate;
    this.flaws = flaws;
  }

  private void flaw(boolean isOne, Flaw.Kind kind, String words) {
    if (isOne) {
      flaws.add(new Flaw(kind, certificate, words));
    }
  }

  /// Roots (§7.1.2.1).
  void judgeRoot() {
    flaw(
        certificate.has(Extension.EXTENDED_KEY_USAGE),
        Flaw.Kind.CABF_ROOT,
        "is a root's and limited to purposes");
    var key = certificate.authorityKey();
    flaw(
        key.isPresent()
            && (key.get().identifier() == null
                || key.get().namesIssuer()
                || key.get().namesSerial()),
        Flaw.Kind.CABF_ROOT,
        "is a root's and identifies the key of its issuer by more or less than an identifier");
  }

  /// Certificates of subscribers (§7.1.2.7).
  void judgeLeaf(@Nullable String purpose) {
    flaw(
        certificate.isAuthority(),
        Flaw.Kind.CABF_AUTHORITY_AS_LEAF,
        "is an authority's, and a server shows it as its own");
    judgePurposes(purpose);
    flaw(certificate.nameCount() == 0, Flaw.Kind.CABF_NAMES, "has no subject alternative names");
    flaw(
        !certificate.subject().isEmpty() && certificate.isCritical(Extension.ALTERNATIVE_NAMES),
        Flaw.Kind.CABF_NAMES,
        "has critical subject alternative names though it has a subject");
    certificate.names().stream()
        .filter(name -> name.kind() == Kind.DNS)
        .filter(name -> isAcrossAPublicSuffix(name.ascii()))
        .limit(1)
        .forEach(
            name ->
                flaw(
                    true,
                    Flaw.Kind.CABF_PUBLIC_SUFFIX,
                    "is for “%s”, names of anybody at all".formatted(name.text())));
    judgeCommonName();
  }

  /// §7.1.2.7.10.
  private void judgePurposes(@Nullable String purpose) {
    var purposes = certificate.extendedKeyUsage();
    flaw(
        purpose != null && !certificate.has(Extension.EXTENDED_KEY_USAGE),
        Flaw.Kind.CABF_PURPOSES,
        "is not limited to purposes");
    flaw(
        purposes.filter(its -> its.contains(Chain.FOR_ANYTHING)).isPresent(),
        Flaw.Kind.CABF_PURPOSES,
        "is for any purpose");
    flaw(
        certificate.isCritical(Extension.EXTENDED_KEY_USAGE),
        Flaw.Kind.CABF_PURPOSES,
        "has a critical extended key usage");
  }

  /// §3.2.2.6: no wildcard directly below a name under which anybody may register.
  private static boolean isAcrossAPublicSuffix(String name) {
    if (!name.startsWith("*")) {
      return false;
    }
    var rest = Names.lower(name.substring(Math.min(2, name.length())));
    if (rest.indexOf('.') < 0) {
      return true;
    }
    try {
      return PublicSuffixes.bundled().registrableAtRegistry(new DomainName(rest)).isEmpty();
    } catch (Refusal _) {
      return false; // no name at all, which is another flaw
    }
  }

  /// §7.1.4.3: it must be one of the names of its kind, letter by letter. The name that a star
  /// stands on is let pass.
  private void judgeCommonName() {
    for (var name : certificate.subject().commonNames()) {
      var kind = ENDS_IN_A_NUMBER.matcher(name).matches() ? Kind.IP : Kind.DNS;
      var names =
          certificate.names().stream()
              .filter(one -> one.kind() == kind)
              .map(AlternativeName::text)
              .toList();
      flaw(
          !names.isEmpty() && !names.contains(name) && !names.contains("*." + name),
          Flaw.Kind.CABF_COMMON_NAME,
          "calls itself “%s”, which is not one of its names".formatted(Shown.text(name, 100)));
    }
  }
}
