package uk.nhs.estate.observation.certificate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is wrong with one certificate in its place on a path, whatever stands above and below it.
final class CertificateRules {
  private static final int MOST_SERIAL_OCTETS = 20;
  private static final int LEAST_RSA_BITS = 1024;
  private static final int LEAST_EC_BITS = 224;

  /// Those that decide whether a path is valid.
  private static final Set<String> DECIDING =
      Set.of(
          Extension.ALTERNATIVE_NAMES,
          Extension.AUTHORITY_KEY_IDENTIFIER,
          Extension.BASIC_CONSTRAINTS,
          Extension.EXTENDED_KEY_USAGE,
          Extension.INHIBIT_ANY_POLICY,
          Extension.KEY_USAGE,
          Extension.NAME_CONSTRAINTS,
          Extension.POLICIES,
          Extension.POLICY_CONSTRAINTS,
          Extension.POLICY_MAPPINGS,
          Extension.SUBJECT_KEY_IDENTIFIER);

  /// Those that are understood, though they decide nothing about a path.
  private static final Set<String> BESIDE =
      Set.of(
          Extension.AUTHORITY_ACCESS,
          Extension.CRL_PLACES,
          Extension.SCTS,
          Extension.TLS_FEATURES);

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry(Extension.ALTERNATIVE_NAMES, "subject alternative names"),
          Map.entry(Extension.AUTHORITY_ACCESS, "authority information access"),
          Map.entry(Extension.AUTHORITY_KEY_IDENTIFIER, "authority key identifier"),
          Map.entry(Extension.BASIC_CONSTRAINTS, "basic constraints"),
          Map.entry(Extension.CRL_PLACES, "CRL distribution points"),
          Map.entry(Extension.EXTENDED_KEY_USAGE, "extended key usage"),
          Map.entry(Extension.INHIBIT_ANY_POLICY, "inhibit any policy"),
          Map.entry(Extension.KEY_USAGE, "key usage"),
          Map.entry(Extension.NAME_CONSTRAINTS, "name constraints"),
          Map.entry(Extension.POLICIES, "certificate policies"),
          Map.entry(Extension.POLICY_CONSTRAINTS, "policy constraints"),
          Map.entry(Extension.POLICY_MAPPINGS, "policy mappings"),
          Map.entry(Extension.PRECERTIFICATE, "the mark of a precertificate"),
          Map.entry(Extension.SCTS, "signed certificate timestamps"),
          Map.entry(Extension.SUBJECT_KEY_IDENTIFIER, "subject key identifier"),
          Map.entry(Extension.TLS_FEATURES, "TLS features"));

  private final Certificate certificate;
  private final Place place;
  private final List<Flaw> flaws = new ArrayList<>();

  /// Where on a path a certificate stands.
  enum Place {
    LEAF,
    INTERMEDIATE,
    ROOT
  }

  private CertificateRules(Certificate certificate, Place place) {
    this.certificate = certificate;
    this.place = place;
  }

  static List<Flaw> judge(Certificate certificate, Place place, Chain chain) {
    var rules = new CertificateRules(certificate, place);
    rules.judgeDates(chain);
    rules.judgeKey();
    rules.judgeSignature();
    rules.judgeExtensions();
    rules.judgeForm();
    rules.judgeNames();
    rules.judgeKeyIdentifiers();
    rules.judgeAuthority();
    if (place == Place.LEAF) {
      rules.judgeLeaf(chain);
      new BaselineRules(certificate, rules.flaws).judgeLeaf(chain.purpose());
    } else {
      rules.judgeIssuer();
      if (place == Place.ROOT) {
        new BaselineRules(certificate, rules.flaws).judgeRoot();
      }
    }
    return rules.flaws;
  }

  private void flaw(boolean isOne, Flaw.Kind kind, String words) {
    if (isOne) {
      flaws.add(new Flaw(kind, certificate, words));
    }
  }

  private void judgeDates(Chain chain) {
    if (!certificate.isInDate(chain.at())) {
      boolean early = chain.at().isBefore(certificate.notBefore());
      flaw(early, Flaw.Kind.NOT_YET_VALID, "is not valid until " + certificate.notBefore());
      flaw(!early, Flaw.Kind.EXPIRED, "expired at " + certificate.notAfter());
    }
  }

  private void judgeKey() {
    var key = certificate.key();
    var exponent = key.exponent();
    flaw(
        CertifiedKey.EXPLICIT.equals(key.curve()),
        Flaw.Kind.UNKNOWN_ALGORITHM,
        "has a key on a curve that is written out instead of named");
    flaw(
        (key.isRsa() && key.bits() < LEAST_RSA_BITS)
            || (key.bits() > 0 && key.algorithm().equals("EC") && key.bits() < LEAST_EC_BITS),
        Flaw.Kind.BROKEN_KEY,
        "has a key that is too short: " + key.words());
    flaw(
        exponent != null && (exponent.compareTo(BigInteger.TWO) <= 0 || !exponent.testBit(0)),
        Flaw.Kind.BROKEN_KEY,
        "has an RSA key whose exponent is " + (exponent == null ? "" : Shown.text(exponent.toString(), 20)));
    flaw(
        !isUsual(key),
        Flaw.Kind.CABF_KEY,
        "has a key that public authorities must not certify: " + key.words());
  }

  /// The Baseline Requirements, §6.1.5.
  private static boolean isUsual(CertifiedKey key) {
    return switch (key.algorithm()) {
      case "RSA" -> key.bits() >= 2048 && key.bits() % 8 == 0;
      case "EC" -> key.curve() != null && Set.of("P-256", "P-384", "P-521").contains(key.curve());
      default -> false;
    };
  }

  /// That of a root proves nothing, so it may be of any kind.
  private void judgeSignature() {
    flaw(
        place != Place.ROOT && certificate.signatureAlgorithm().isBroken(),
        Flaw.Kind.BROKEN_DIGEST,
        "is signed by " + certificate.signatureAlgorithm().name() + ", which can be forged");
    flaw(
        !certificate.namesOneAlgorithm(),
        Flaw.Kind.TWO_ALGORITHMS,
        "names another signature algorithm outside than inside");
  }

  private void judgeExtensions() {
    var seen = new HashSet<String>();
    for (var extension : certificate.extensions()) {
      var id = extension.id();
      var name = NAMES.getOrDefault(id, id);
      flaw(!seen.add(id), Flaw.Kind.DUPLICATE_EXTENSION, "has an extension twice: " + name);
      flaw(
          extension.critical() && !DECIDING.contains(id) && !BESIDE.contains(id),
          Flaw.Kind.CRITICAL_EXTENSION_UNKNOWN,
          "has a critical extension that visitors do not know: " + name);
    }
    certificate
        .malformed()
        .forEach(
            (id, why) ->
                flaw(
                    true,
                    DECIDING.contains(id)
                        ? Flaw.Kind.MALFORMED_EXTENSION
                        : Flaw.Kind.MALFORMED_SIDE_MATTER,
                    "has an extension that cannot be read (%s: %s)"
                        .formatted(NAMES.getOrDefault(id, id), why)));
    for (var id :
        List.of(
            Extension.AUTHORITY_ACCESS,
            Extension.AUTHORITY_KEY_IDENTIFIER,
            Extension.SUBJECT_KEY_IDENTIFIER)) {
      flaw(
          certificate.isCritical(id),
          Flaw.Kind.CRITICALITY,
          "has a critical extension that must not be: " + NAMES.get(id));
    }
    for (var id : List.of(Extension.INHIBIT_ANY_POLICY, Extension.POLICY_CONSTRAINTS)) {
      mustBeCritical(id, Flaw.Kind.CRITICALITY);
    }
    mustBeCritical(Extension.NAME_CONSTRAINTS, Flaw.Kind.CONSTRAINTS_NOT_CRITICAL);
  }

  private void mustBeCritical(String id, Flaw.Kind kind) {
    flaw(
        certificate.has(id) && !certificate.isCritical(id),
        kind,
        "has an extension that must be critical and is not: " + NAMES.get(id));
  }

  private void judgeForm() {
    var serial = certificate.serial();
    flaw(!certificate.isProperDer(), Flaw.Kind.IMPROPER_ENCODING, "is not encoded as DER asks");
    flaw(serial.signum() <= 0, Flaw.Kind.SERIAL_NUMBER, "has a serial number that is not positive");
    flaw(
        serial.toByteArray().length > MOST_SERIAL_OCTETS,
        Flaw.Kind.SERIAL_NUMBER,
        "has a serial number of more than 20 octets");
    flaw(
        certificate.version() < 3,
        Flaw.Kind.OLD_VERSION,
        "is of version " + certificate.version() + " instead of 3");
  }

  private void judgeNames() {
    flaw(certificate.issuer().isEmpty(), Flaw.Kind.EMPTY_NAME, "does not name its issuer");
    if (certificate.subject().isEmpty()) {
      flaw(
          certificate.isAuthority(), Flaw.Kind.EMPTY_NAME, "is an authority's and does not name it");
      mustBeCritical(Extension.ALTERNATIVE_NAMES, Flaw.Kind.CRITICALITY);
    }
    certificate.names().stream()
        .filter(name -> !Names.isWellFormed(name))
        .limit(1)
        .forEach(
            name ->
                flaw(
                    true,
                    Flaw.Kind.BAD_NAME,
                    "is for “%s”, which is no %s".formatted(name.text(), name.kind().words())));
  }

  /// RFC 5280 §4.2.1.1 and §4.2.1.2.
  private void judgeKeyIdentifiers() {
    if (place != Place.ROOT || !certificate.isSelfIssued()) {
      boolean says =
          certificate.authorityKey().filter(key -> key.identifier() != null).isPresent();
      flaw(
          !says && !certificate.isSelfIssued(),
          Flaw.Kind.AUTHORITY_KEY,
          "does not identify the key of its issuer");
    }
    flaw(
        certificate.authorityKey().filter(key -> key.namesIssuer() != key.namesSerial()).isPresent(),
        Flaw.Kind.AUTHORITY_KEY,
        "names a certificate of its issuer by half");
    flaw(
        (certificate.isAuthority() || place != Place.LEAF) && certificate.subjectKey().isEmpty(),
        Flaw.Kind.SUBJECT_KEY,
        "is an authority's and does not identify its key");
  }

  /// What it says of being an authority must fit together (RFC 5280 §4.2.1.3, §4.2.1.9, §4.2.1.10).
  private void judgeAuthority() {
    boolean authority = certificate.isAuthority();
    var usage = certificate.keyUsage();
    boolean signs = usage.filter(uses -> uses.contains(KeyUse.KEY_CERT_SIGN)).isPresent();
    flaw(
        signs && !authority,
        Flaw.Kind.INCONSISTENT,
        "may sign certificates by its key usage, and is no authority's");
    flaw(
        certificate.basicConstraints().filter(its -> its.pathLength() != null).isPresent()
            && !(authority && signs),
        Flaw.Kind.INCONSISTENT,
        "limits how many authorities may follow, and may not sign certificates");
    flaw(
        certificate.has(Extension.NAME_CONSTRAINTS) && !authority,
        Flaw.Kind.INCONSISTENT,
        "limits names below it, and is no authority's");
  }

  private void judgeIssuer() {
    boolean mayBeSilent = place == Place.ROOT && certificate.version() < 3;
    flaw(!certificate.isAuthority() && !mayBeSilent, Flaw.Kind.NO_AUTHORITY, "is no authority's");
    if (certificate.isAuthority()) {
      mustBeCritical(Extension.BASIC_CONSTRAINTS, Flaw.Kind.CRITICALITY);
    }
    var usage = certificate.keyUsage();
    flaw(
        usage.isPresent() && !usage.get().contains(KeyUse.KEY_CERT_SIGN),
        Flaw.Kind.MAY_NOT_SIGN,
        "may not sign certificates");
    flaw(
        certificate.isAuthority() && !certificate.has(Extension.KEY_USAGE),
        Flaw.Kind.INCONSISTENT,
        "is an authority's and does not say what its key is for");
  }

  private void judgeLeaf(Chain chain) {
    var usage = certificate.keyUsage();
    flaw(
        Chain.FOR_SERVERS.equals(chain.purpose())
            && usage.isPresent()
            && !usage.get().contains(KeyUse.DIGITAL_SIGNATURE)
            && !usage.get().contains(KeyUse.KEY_ENCIPHERMENT)
            && !usage.get().contains(KeyUse.KEY_AGREEMENT),
        Flaw.Kind.MAY_NOT_AUTHENTICATE,
        "may neither sign nor agree on keys, so it cannot prove who a server is");
  }
}
