package uk.nhs.estate.observation.certificate;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a certificate says (RFC 5280 §4), as it was sent and whether or not it may say so.
///
/// An extension that cannot be read counts as absent here, and is listed in [#malformed].
public final class Certificate implements Sent {

  /// How many names are kept; a server that has more of them does not need them.
  public static final int MOST_NAMES = 10_000;

  private static final int MOST_PLACES = 64;
  private static final int STATUS_REQUEST = 5;
  private static final String OCSP = "1.3.6.1.5.5.7.48.1";
  private static final String ISSUERS = "1.3.6.1.5.5.7.48.2";

  private final Octets der;
  private final String fingerprint;
  private final boolean proper;
  private final Octets signed;
  private final Octets signature;
  private final SignatureAlgorithm signatureAlgorithm;
  private final boolean namesOneAlgorithm;
  private final int version;
  private final BigInteger serial;
  private final DistinguishedName issuer;
  private final DistinguishedName subject;
  private final Instant notBefore;
  private final Instant notAfter;
  private final CertifiedKey key;
  private final List<Extension> extensions;
  private final Map<String, String> malformed = new LinkedHashMap<>();

  private final List<AlternativeName> names;
  private final int nameCount;
  private final @Nullable BasicConstraints basicConstraints;
  private final @Nullable Set<KeyUse> keyUsage;
  private final @Nullable Set<String> extendedKeyUsage;
  private final @Nullable AuthorityKey authorityKey;
  private final @Nullable Octets subjectKey;
  private final @Nullable NameConstraints nameConstraints;
  private final Policies policies;
  private final List<String> ocspPlaces;
  private final List<String> issuerPlaces;
  private final List<String> crlPlaces;
  private final boolean mustStaple;
  private final @Nullable Octets scts;

  private Certificate(byte[] octets) throws MalformedException {
    var whole = Der.of(octets);
    var outer = whole.sequence();
    if (outer.size() != 3) {
      throw new MalformedException("it does not consist of three parts");
    }
    this.der = whole.whole();
    this.fingerprint = der.digest("SHA-256").hex();
    this.proper = whole.isProper();
    this.signed = outer.getFirst().whole();
    this.signatureAlgorithm = SignatureAlgorithm.read(outer.get(1));
    this.signature = outer.getLast().wholeBits();
    var inner = new Inner(outer.getFirst());
    this.version = inner.version;
    this.serial = inner.fields.next().integer();
    this.namesOneAlgorithm =
        inner.fields.next().expect(Der.SEQUENCE).whole().equals(outer.get(1).whole());
    this.issuer = DistinguishedName.read(inner.fields.next());
    var validity = inner.fields.next().sequence();
    if (validity.size() != 2) {
      throw new MalformedException("its validity has not two dates");
    }
    this.notBefore = validity.getFirst().time();
    this.notAfter = validity.getLast().time();
    this.subject = DistinguishedName.read(inner.fields.next());
    this.key = CertifiedKey.read(inner.fields.next());
    this.extensions = inner.extensions();

    var all = value(Extension.ALTERNATIVE_NAMES, Certificate::names, List.<AlternativeName>of());
    this.nameCount = all.size();
    this.names = List.copyOf(all.subList(0, Math.min(MOST_NAMES, all.size())));
    this.basicConstraints = value(Extension.BASIC_CONSTRAINTS, BasicConstraints::read);
    this.keyUsage = value(Extension.KEY_USAGE, Certificate::keyUsage);
    this.extendedKeyUsage = value(Extension.EXTENDED_KEY_USAGE, Certificate::purposes);
    this.authorityKey = value(Extension.AUTHORITY_KEY_IDENTIFIER, AuthorityKey::read);
    this.subjectKey =
        value(Extension.SUBJECT_KEY_IDENTIFIER, der -> der.expect(Der.OCTET_STRING).value());
    this.nameConstraints = value(Extension.NAME_CONSTRAINTS, NameConstraints::read);
    var rules =
        value(Extension.POLICY_CONSTRAINTS, Policies.Constraints::read, Policies.Constraints.NONE);
    this.policies =
        new Policies(
            value(Extension.POLICIES, Policies::readIds),
            value(Extension.POLICY_MAPPINGS, Policies::readMappings, List.<Policies.Mapping>of()),
            rules.requireExplicit(),
            rules.inhibitMapping(),
            value(Extension.INHIBIT_ANY_POLICY, der -> der.expect(Der.INTEGER).small()));
    this.ocspPlaces = value(Extension.AUTHORITY_ACCESS, der -> access(der, OCSP), List.of());
    this.issuerPlaces = value(Extension.AUTHORITY_ACCESS, der -> access(der, ISSUERS), List.of());
    this.crlPlaces = value(Extension.CRL_PLACES, Certificate::crlPlaces, List.of());
    this.mustStaple = value(Extension.TLS_FEATURES, Certificate::asksForStaple, false);
    this.scts = value(Extension.SCTS, der -> der.expect(Der.OCTET_STRING).value());
  }

  static Certificate of(byte[] der) throws MalformedException {
    return new Certificate(der);
  }

  /// The fields of a TBSCertificate, one after the other.
  private static final class Inner {
    private final Fields fields;
    private final int version;

    Inner(Der tbs) throws MalformedException {
      fields = new Fields(tbs.sequence());
      version =
          fields.nextIs(Der.marked(0, true))
              ? fields.next().only().expect(Der.INTEGER).small() + 1
              : 1;
      if (version < 1 || version > 3) {
        throw new MalformedException("it is of no version that there is");
      }
    }

    List<Extension> extensions() throws MalformedException {
      int last = 0;
      var extensions = new ArrayList<Extension>();
      while (fields.hasNext()) {
        var part = fields.next();
        if (part.mark() <= last || part.mark() > 3) {
          throw new MalformedException("it has a part that is not known");
        }
        last = part.mark();
        if (last == 3) {
          for (var extension : Extension.parts(part.only())) {
            extensions.add(Extension.read(extension));
          }
        }
      }
      return List.copyOf(extensions);
    }
  }

  private interface Reader<T> {
    T read(Der value) throws MalformedException;
  }

  private <T> T value(String id, Reader<T> reader, T otherwise) {
    return Objects.requireNonNullElse(value(id, reader), otherwise);
  }

  private <T> @Nullable T value(String id, Reader<T> reader) {
    var extension = extension(id);
    if (extension.isEmpty()) {
      return null;
    }
    try {
      return reader.read(Der.of(extension.get().value()));
    } catch (MalformedException e) {
      malformed.put(id, e.what());
      return null;
    }
  }

  private static List<AlternativeName> names(Der value) throws MalformedException {
    var names = new ArrayList<AlternativeName>();
    for (var name : Extension.parts(value)) {
      names.add(AlternativeName.read(name));
    }
    return names;
  }

  private static Set<KeyUse> keyUsage(Der value) throws MalformedException {
    value.expect(Der.BIT_STRING);
    var uses = EnumSet.noneOf(KeyUse.class);
    for (var use : KeyUse.values()) {
      if (value.bit(use.ordinal())) {
        uses.add(use);
      }
    }
    return uses;
  }

  private static Set<String> purposes(Der value) throws MalformedException {
    var purposes = new HashSet<String>();
    for (var purpose : Extension.parts(value)) {
      purposes.add(purpose.identifier());
    }
    return purposes;
  }

  /// Those that are URIs; other names of places cannot be asked.
  private static List<String> access(Der value, String method) throws MalformedException {
    var places = new ArrayList<String>();
    for (var description : Extension.parts(value)) {
      var both = description.sequence();
      if (both.size() != 2) {
        throw new MalformedException("it has a description without method or place");
      }
      var place = AlternativeName.read(both.getLast());
      if (both.getFirst().identifier().equals(method) && places.size() < MOST_PLACES) {
        places.add(place.text());
      }
    }
    return places;
  }

  private static List<String> crlPlaces(Der value) throws MalformedException {
    var places = new ArrayList<String>();
    for (var point : Extension.parts(value)) {
      for (var part : point.sequence()) {
        if (part.mark() == 0 && part.only().mark() == 0) {
          for (var name : part.only().parts()) {
            var place = AlternativeName.read(name);
            if (place.kind() == AlternativeName.Kind.URI && places.size() < MOST_PLACES) {
              places.add(place.text());
            }
          }
        }
      }
    }
    return places;
  }

  private static boolean asksForStaple(Der value) throws MalformedException {
    boolean asks = false;
    for (var feature : value.sequence()) {
      asks |= feature.expect(Der.INTEGER).small() == STATUS_REQUEST;
    }
    return asks;
  }

  /// As it was sent.
  public Octets der() {
    return der;
  }

  @Override
  public String fingerprint() {
    return fingerprint;
  }

  /// Whether it is encoded in the one way that DER allows.
  public boolean isProperDer() {
    return proper;
  }

  /// 1, 2 or 3.
  public int version() {
    return version;
  }

  public BigInteger serial() {
    return serial;
  }

  /// The serial number as it is usually written: hexadecimal, with a minus sign if it has one.
  public String serialText() {
    return serial.toString(16);
  }

  public DistinguishedName issuer() {
    return issuer;
  }

  public DistinguishedName subject() {
    return subject;
  }

  public Instant notBefore() {
    return notBefore;
  }

  /// The last second at which it is valid.
  public Instant notAfter() {
    return notAfter;
  }

  public CertifiedKey key() {
    return key;
  }

  public SignatureAlgorithm signatureAlgorithm() {
    return signatureAlgorithm;
  }

  /// Whether the algorithm is the same outside as inside, where it is signed (RFC 5280 §4.1.1.2).
  public boolean namesOneAlgorithm() {
    return namesOneAlgorithm;
  }

  /// What is signed: the TBSCertificate.
  public Octets signed() {
    return signed;
  }

  public Octets signature() {
    return signature;
  }

  /// As they were sent, each with its flag.
  public List<Extension> extensions() {
    return extensions;
  }

  /// The first extension of a kind.
  public Optional<Extension> extension(String id) {
    return extensions.stream().filter(extension -> extension.id().equals(id)).findFirst();
  }

  public boolean has(String id) {
    return extension(id).isPresent();
  }

  public boolean isCritical(String id) {
    return extension(id).filter(Extension::critical).isPresent();
  }

  /// What is wrong with extensions that cannot be read, by their identifiers.
  public Map<String, String> malformed() {
    return Map.copyOf(malformed);
  }

  /// The subject alternative names, the first 10,000 of them.
  public List<AlternativeName> names() {
    return names;
  }

  /// How many subject alternative names there are.
  public int nameCount() {
    return nameCount;
  }

  /// Those that are DNS names.
  public List<String> dnsNames() {
    return names.stream()
        .filter(name -> name.kind() == AlternativeName.Kind.DNS)
        .map(AlternativeName::text)
        .toList();
  }

  public Optional<BasicConstraints> basicConstraints() {
    return Optional.ofNullable(basicConstraints);
  }

  /// Whether it says of itself that it is an authority's.
  public boolean isAuthority() {
    return basicConstraints != null && basicConstraints.isAuthority();
  }

  public Optional<Set<KeyUse>> keyUsage() {
    return Optional.ofNullable(keyUsage);
  }

  /// The purposes that it is limited to, as object identifiers.
  public Optional<Set<String>> extendedKeyUsage() {
    return Optional.ofNullable(extendedKeyUsage);
  }

  public Optional<AuthorityKey> authorityKey() {
    return Optional.ofNullable(authorityKey);
  }

  public Optional<Octets> subjectKey() {
    return Optional.ofNullable(subjectKey);
  }

  public Optional<NameConstraints> nameConstraints() {
    return Optional.ofNullable(nameConstraints);
  }

  public Policies policies() {
    return policies;
  }

  /// Where its status can be asked for by OCSP.
  public List<String> ocspPlaces() {
    return ocspPlaces;
  }

  /// Where the certificate of its issuer can be had.
  public List<String> issuerPlaces() {
    return issuerPlaces;
  }

  /// Where lists of revoked certificates can be had.
  public List<String> crlPlaces() {
    return crlPlaces;
  }

  /// Whether it must be shown with an OCSP response (RFC 7633).
  public boolean mustStaple() {
    return mustStaple;
  }

  /// The SignedCertificateTimestampList in it (RFC 6962 §3.3).
  public Optional<Octets> scts() {
    return Optional.ofNullable(scts);
  }

  /// Whether its issuer has the same name as it has: it may still be signed with another key.
  public boolean isSelfIssued() {
    return issuer.equals(subject);
  }

  /// Whether it is in date at a moment: the last second counts whole (RFC 5280 §4.1.2.5).
  public boolean isInDate(Instant at) {
    return !at.isBefore(notBefore) && at.isBefore(notAfter.plusSeconds(1));
  }

  /// Two are equal when every octet of them is.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Certificate certificate && der.equals(certificate.der);
  }

  @Override
  public int hashCode() {
    return der.hashCode();
  }

  /// Its subject; its fingerprint if it has none.
  @Override
  public String toString() {
    return subject.isEmpty() ? fingerprint : subject.toString();
  }
}
