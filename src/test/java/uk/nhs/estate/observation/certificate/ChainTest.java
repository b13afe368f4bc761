package uk.nhs.estate.observation.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.observation.certificate.Draft.HOST;
import static uk.nhs.estate.observation.certificate.Draft.NOW;
import static uk.nhs.estate.observation.certificate.Draft.chain;
import static uk.nhs.estate.observation.certificate.Draft.keys;

import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.nhs.estate.observation.certificate.ChainJudgement.Broken;
import uk.nhs.estate.observation.certificate.ChainJudgement.Holds;
import uk.nhs.estate.observation.certificate.ChainJudgement.Unknowable;
import uk.nhs.estate.observation.certificate.Draft.Made;

class ChainTest {
  private static final Made ROOT = Draft.root("Root").made();
  private static final Made ISSUING = ROOT.authority("Issuing").made();
  private static final Made SITE = ISSUING.site().made();
  private static final Made STRANGER = Draft.root("Stranger").made();

  private static final Duration SECOND = Duration.ofSeconds(1);

  /// One chain, spoilt in one thing.
  ///
  /// @param flaw why it does not hold in any profile; none if it does
  private record Example(String sentence, Flaw.@Nullable Kind flaw, Supplier<Chain> chain) {
    @Override
    public String toString() {
      return sentence;
    }
  }

  private static Example holds(String sentence, Supplier<Chain> chain) {
    return new Example(sentence, null, chain);
  }

  private static Example breaks(String sentence, Flaw.Kind flaw, Supplier<Chain> chain) {
    return new Example(sentence, flaw, chain);
  }

  private static Chain site(UnaryOperator<Draft> spoilt) {
    return chain(ROOT, spoilt.apply(ISSUING.site()).made(), ISSUING);
  }

  private static Chain issuing(UnaryOperator<Draft> spoilt) {
    var issuing = spoilt.apply(ROOT.authority("Issuing")).made();
    return chain(ROOT, issuing.site().made(), issuing);
  }

  private static Chain root(UnaryOperator<Draft> spoilt) {
    var root = spoilt.apply(Draft.root("Root")).made();
    var issuing = root.authority("Issuing").made();
    return chain(root, issuing.site().made(), issuing);
  }

  static Stream<Example> paths() {
    return Stream.of(
        holds("an intermediate below a root", () -> chain(ROOT, SITE, ISSUING)),
        holds("the root is sent too", () -> chain(ROOT, SITE, ISSUING, ROOT)),
        holds("out of order, twice, and with a stranger", () -> chain(ROOT, SITE, STRANGER, ROOT, SITE, ISSUING, ISSUING)),
        holds("the root itself signed it", () -> chain(ROOT, ROOT.site().made())),
        holds("the certificate is trusted itself", () -> chain(SITE, SITE)),
        breaks("nothing leads on", Flaw.Kind.ISSUER_MISSING, () -> chain(ROOT, SITE)),
        breaks("another root that was sent", Flaw.Kind.PRIVATE_AUTHORITY, () -> chain(STRANGER, SITE, ISSUING, ROOT)),
        breaks("another root that was not", Flaw.Kind.ISSUER_MISSING, () -> chain(STRANGER, SITE, ISSUING)),
        breaks("self-signed", Flaw.Kind.SELF_SIGNED, () -> chain(ROOT, Draft.site(HOST, null).made())),
        breaks(
            "an authority of the same name with another key",
            Flaw.Kind.BAD_SIGNATURE,
            () -> chain(ROOT, SITE, ROOT.authority("Issuing").made())),
        breaks(
            "two that sign each other",
            Flaw.Kind.CIRCLE,
            () -> {
              var one = Draft.root("One").made();
              var other = Draft.authority("Other", one, keys("EC", 256)).made();
              var again = Draft.authority("One", other, one.keys()).made();
              return chain(ROOT, other.site().made(), other, again);
            }),
        holds(
            "an expired way beside a good one",
            () -> {
              var cross =
                  Draft.authority("Issuing", STRANGER, ISSUING.keys())
                      .until(NOW.minus(SECOND))
                      .made();
              return chain(ROOT, SITE, cross, ISSUING);
            }),
        holds(
            "a root that another one signed too, which has expired",
            () -> {
              var cross =
                  Draft.authority("Root", STRANGER, ROOT.keys()).until(NOW.minus(SECOND)).made();
              return chain(
                  Anchors.of(List.of(STRANGER.certificate(), ROOT.certificate())), SITE, ISSUING, cross);
            }),
        holds("names that differ in case and spaces", () -> {
          var issuing = ROOT.authority("Issuing  Authority").made();
          return chain(
              ROOT, issuing.site().issuer("CN=ISSUING authority").made(), issuing);
        }));
  }

  static Stream<Example> dates() {
    var end = Instant.parse("2026-11-24T09:00:00Z");
    return Stream.of(
        holds("the last second", () -> site(it -> it.until(end))),
        breaks("a second later", Flaw.Kind.EXPIRED, () -> site(it -> it.until(end.minus(SECOND)))),
        holds("the first second", () -> site(it -> it.from(end))),
        breaks("a second before", Flaw.Kind.NOT_YET_VALID, () -> site(it -> it.from(end.plus(SECOND)))),
        breaks("an expired authority", Flaw.Kind.EXPIRED, () -> issuing(it -> it.until(NOW.minus(SECOND)))),
        breaks("an expired root", Flaw.Kind.EXPIRED, () -> root(it -> it.until(NOW.minus(SECOND)))));
  }

  static Stream<Example> authorities() {
    return Stream.of(
        breaks(
            "a site signs", Flaw.Kind.NO_AUTHORITY, () -> chain(ROOT, SITE.site().made(), SITE, ISSUING)),
        breaks(
            "an authority that does not say so",
            Flaw.Kind.NO_AUTHORITY,
            () -> issuing(it -> it.without(Extension.BASIC_CONSTRAINTS))),
        breaks(
            "a root that does not say so",
            Flaw.Kind.NO_AUTHORITY,
            () -> root(it -> it.without(Extension.BASIC_CONSTRAINTS))),
        breaks(
            "an authority whose key may not sign",
            Flaw.Kind.MAY_NOT_SIGN,
            () -> issuing(it -> it.uses(KeyUsage.cRLSign))),
        holds("as many authorities as may follow", () -> below(1, 1)),
        breaks("one more", Flaw.Kind.PATH_TOO_LONG, () -> below(0, 1)),
        holds("self-issued ones do not count", () -> {
          var first = ROOT.authority("Same").pathLength(0).made();
          var second = first.authority("Same").pathLength(0).made();
          return chain(ROOT, second.site().made(), second, first);
        }),
        holds("eight authorities", () -> below(9, 8)),
        breaks("nine authorities", Flaw.Kind.PATH_TOO_LONG, () -> below(9, 9)),
        breaks(
            "limits of the root count", Flaw.Kind.PATH_TOO_LONG, () -> root(it -> it.pathLength(0))));
  }

  /// As many authorities, one below the other, below the first of which so many may follow.
  private static Chain below(int most, int authorities) {
    var sent = new Made[authorities + 1];
    var above = ROOT;
    for (int at = 0; at < authorities; at++) {
      var draft = above.authority("Authority " + at);
      above = (at == 0 && most < 9 ? draft.pathLength(most) : draft).made();
      sent[authorities - at] = above;
    }
    if (most < 9) {
      var last = above.authority("Last").made();
      return chain(
          ROOT,
          Stream.concat(
                  Stream.of(last.site().made(), last), Stream.of(sent).skip(1))
              .toArray(Made[]::new));
    }
    sent[0] = above.site().made();
    return chain(ROOT, sent);
  }

  static Stream<Example> purposes() {
    return Stream.of(
        holds("not limited to any", () -> site(it -> it.without(Extension.EXTENDED_KEY_USAGE))),
        holds("for anything", () -> site(it -> it.purposes(KeyPurposeId.anyExtendedKeyUsage))),
        breaks("for clients", Flaw.Kind.WRONG_PURPOSE, () -> site(it -> it.purposes(KeyPurposeId.id_kp_clientAuth))),
        holds(
            "below an authority for servers",
            () -> issuing(it -> it.purposes(KeyPurposeId.id_kp_serverAuth))),
        breaks(
            "below an authority for mail",
            Flaw.Kind.WRONG_PURPOSE,
            () -> issuing(it -> it.purposes(KeyPurposeId.id_kp_emailProtection))),
        breaks(
            "a key that may only sign mail of others",
            Flaw.Kind.MAY_NOT_AUTHENTICATE,
            () -> site(it -> it.uses(KeyUsage.nonRepudiation))));
  }

  static Stream<Example> extensions() {
    var odd = "1.3.6.1.4.1.55738.1";
    return Stream.of(
        holds("one that nobody knows", () -> site(it -> it.with(odd, false, DERNull.INSTANCE))),
        breaks(
            "a critical one that nobody knows",
            Flaw.Kind.CRITICAL_EXTENSION_UNKNOWN,
            () -> site(it -> it.with(odd, true, DERNull.INSTANCE))),
        breaks(
            "the same in an authority",
            Flaw.Kind.CRITICAL_EXTENSION_UNKNOWN,
            () -> issuing(it -> it.with(odd, true, DERNull.INSTANCE))),
        holds("the same in one that is not needed", () -> {
          var other = ROOT.authority("Other").with(odd, true, DERNull.INSTANCE).made();
          return chain(ROOT, SITE, other, ISSUING);
        }),
        breaks(
            "a precertificate",
            Flaw.Kind.CRITICAL_EXTENSION_UNKNOWN,
            () -> site(it -> it.with(Extension.PRECERTIFICATE, true, DERNull.INSTANCE))),
        breaks(
            "names that cannot be read",
            Flaw.Kind.MALFORMED_EXTENSION,
            () -> site(it -> it.with(Extension.ALTERNATIVE_NAMES, false, new DERUTF8String(HOST)))),
        breaks(
            "no purposes at all",
            Flaw.Kind.MALFORMED_EXTENSION,
            () -> site(it -> it.with(Extension.EXTENDED_KEY_USAGE, false, new DERSequence()))));
  }

  static Stream<Example> keysAndSignatures() {
    return Stream.of(
        breaks("SHA-1", Flaw.Kind.BROKEN_DIGEST, () -> site(it -> it.algorithm("SHA1withECDSA"))),
        holds("SHA-1 on a root", () -> root(it -> it.algorithm("SHA1withECDSA"))),
        holds("P-384 and SHA-384", () -> {
          var issuing = Draft.authority("Issuing", ROOT, keys("EC", 384)).made();
          return chain(ROOT, issuing.site().algorithm("SHA384withECDSA").made(), issuing);
        }),
        holds("RSA and RSASSA-PSS", () -> {
          var issuing = Draft.authority("Issuing", ROOT, keys("RSA", 2048)).made();
          return chain(ROOT, issuing.site().algorithm("SHA256withRSAandMGF1").made(), issuing);
        }),
        holds("Ed25519", () -> {
          var issuing = Draft.authority("Issuing", ROOT, keys("Ed25519", 0)).made();
          return chain(ROOT, issuing.site().made(), issuing);
        }),
        breaks("RSA of 1023 bits", Flaw.Kind.BROKEN_KEY, () ->
          chain(ROOT, Draft.site(HOST, ROOT, keys("RSA", 1023)).made())),
        holds("RSA of 1024 bits", () ->
          chain(ROOT, Draft.site(HOST, ROOT, keys("RSA", 1024)).made())));
  }

  static Stream<Example> examples() {
    return Stream.of(paths(), dates(), authorities(), purposes(), extensions(), keysAndSignatures())
        .flatMap(it -> it);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void judges(Example example) {
    assertJudged(example.chain().get().judge(), example.flaw());
  }

  private static void assertJudged(ChainJudgement judgement, Flaw.@Nullable Kind flaw) {
    switch (judgement) {
      case Holds its -> assertThat(flaw).as("it holds " + its.path()).isNull();
      case Broken(_, var its) -> assertThat(its.kind()).as(its.words()).isEqualTo(flaw);
      case Unknowable(var why) -> assertThat(why).as("it cannot be said").isEmpty();
    }
  }

  /// What only a stricter look minds.
  static Stream<Example> lints() {
    return Stream.of(
        breaks("serial number 0", Flaw.Kind.SERIAL_NUMBER, () -> site(it -> it.serial(BigInteger.ZERO))),
        breaks("a negative one", Flaw.Kind.SERIAL_NUMBER, () -> site(it -> it.serial(BigInteger.valueOf(-5)))),
        breaks("one of 21 octets", Flaw.Kind.SERIAL_NUMBER, () -> site(it -> it.serial(BigInteger.ONE.shiftLeft(159)))),
        breaks("no key identifier of the issuer", Flaw.Kind.AUTHORITY_KEY, () -> site(it -> it.without(Extension.AUTHORITY_KEY_IDENTIFIER))),
        breaks("the same in an authority", Flaw.Kind.AUTHORITY_KEY, () -> issuing(it -> it.without(Extension.AUTHORITY_KEY_IDENTIFIER))),
        breaks("an authority without key identifier", Flaw.Kind.SUBJECT_KEY, () -> issuing(it -> it.without(Extension.SUBJECT_KEY_IDENTIFIER))),
        breaks("a root without key identifier", Flaw.Kind.SUBJECT_KEY, () -> root(it -> it.without(Extension.SUBJECT_KEY_IDENTIFIER))),
        breaks("a critical key identifier", Flaw.Kind.CRITICALITY, () -> site(it -> it.critical(Extension.SUBJECT_KEY_IDENTIFIER, true))),
        breaks("an authority without key usage", Flaw.Kind.INCONSISTENT, () -> issuing(it -> it.without(Extension.KEY_USAGE))),
        breaks("basic constraints that are not critical", Flaw.Kind.CRITICALITY, () -> issuing(it -> it.critical(Extension.BASIC_CONSTRAINTS, false))),
        breaks("a site whose key may sign certificates", Flaw.Kind.INCONSISTENT, () -> site(it -> it.uses(KeyUsage.digitalSignature | KeyUsage.keyCertSign))),
        breaks("no subject, and names that are not critical", Flaw.Kind.CRITICALITY, () -> site(it -> it.subject(""))),
        breaks("an address as a DNS name", Flaw.Kind.BAD_NAME, () -> site(it -> it.dnsNames("192.0.2.1"))),
        breaks("a name that begins with a dot", Flaw.Kind.BAD_NAME, () -> site(it -> it.dnsNames(".trust.test"))),
        breaks("an access description that cannot be read", Flaw.Kind.MALFORMED_SIDE_MATTER, () -> site(it -> it.with(Extension.AUTHORITY_ACCESS, false, DERNull.INSTANCE))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lints")
  void isStricterWhenAskedTo(Example example) {
    var chain = example.chain().get();

    assertThat(chain.judge())
        .isInstanceOfSatisfying(
            Holds.class,
            holds -> assertThat(holds.lints()).extracting(Flaw::kind).contains(Objects.requireNonNull(example.flaw())));
    assertJudged(Draft.as(Profile.RFC_5280, chain).judge(), example.flaw());
  }

  /// What only the CA/Browser Forum minds.
  static Stream<Example> baseline() {
    return Stream.of(
        breaks("for anything", Flaw.Kind.CABF_PURPOSES, () -> site(it -> it.purposes(KeyPurposeId.anyExtendedKeyUsage))),
        breaks("not limited to purposes", Flaw.Kind.CABF_PURPOSES, () -> site(it -> it.without(Extension.EXTENDED_KEY_USAGE))),
        breaks("critical purposes", Flaw.Kind.CABF_PURPOSES, () -> site(it -> it.critical(Extension.EXTENDED_KEY_USAGE, true))),
        breaks("no names", Flaw.Kind.CABF_NAMES, () -> site(it -> it.without(Extension.ALTERNATIVE_NAMES))),
        breaks("critical names beside a subject", Flaw.Kind.CABF_NAMES, () -> site(it -> it.critical(Extension.ALTERNATIVE_NAMES, true))),
        breaks("another common name", Flaw.Kind.CABF_COMMON_NAME, () -> site(it -> it.subject("CN=other.test"))),
        breaks("a common name in another case", Flaw.Kind.CABF_COMMON_NAME, () -> site(it -> it.subject("CN=WWW.trust.test"))),
        breaks("all of nhs.uk", Flaw.Kind.CABF_PUBLIC_SUFFIX, () -> site(it -> it.dnsNames("*.nhs.uk").subject("CN=*.nhs.uk"))),
        breaks("all of a top-level domain", Flaw.Kind.CABF_PUBLIC_SUFFIX, () -> site(it -> it.dnsNames("*.com").subject("CN=*.com"))),
        breaks("an authority's certificate as a site's", Flaw.Kind.CABF_AUTHORITY_AS_LEAF, () -> site(it -> it.with(Extension.BASIC_CONSTRAINTS, true, new org.bouncycastle.asn1.x509.BasicConstraints(true)))),
        breaks("a root with purposes", Flaw.Kind.CABF_ROOT, () -> root(it -> it.purposes(KeyPurposeId.id_kp_serverAuth))),
        breaks("RSA of 1024 bits", Flaw.Kind.CABF_KEY, () -> chain(ROOT, Draft.site(HOST, ROOT, keys("RSA", 1024)).made())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("baseline")
  void isStrictestAsTheWebPki(Example example) {
    var chain = example.chain().get();

    assertThat(Draft.as(Profile.RFC_5280, chain).judge()).isInstanceOf(Holds.class);
    assertJudged(Draft.as(Profile.WEB_PKI, chain).judge(), example.flaw());
  }

  @Test
  void aSoundChainHasNoFlawAtAll() {
    var judgement = Draft.as(Profile.WEB_PKI, chain(ROOT, SITE, ISSUING)).judge();

    assertThat(judgement).isEqualTo(new Holds(List.of(SITE.certificate(), ISSUING.certificate(), ROOT.certificate()), List.of()));
  }

  @Test
  void saysWhichWayCameFarthest() {
    assertThat(chain(STRANGER, SITE, ISSUING, ROOT).judge())
        .isInstanceOfSatisfying(
            Broken.class,
            broken -> {
              assertThat(broken.path())
                  .containsExactly(SITE.certificate(), ISSUING.certificate(), ROOT.certificate());
              assertThat(broken.flaw().where()).isEqualTo(ROOT.certificate());
            });
  }

  @Test
  void asksForTheNameIfThereIsOne() {
    var chain = chain(ROOT, SITE, ISSUING);

    assertThat(named(chain, HOST).judge()).isInstanceOf(Holds.class);
    assertJudged(named(chain, "other.test").judge(), Flaw.Kind.OTHER_NAME);
  }

  private static Chain named(Chain chain, String name) {
    return new Chain(
        chain.leaf(),
        chain.sent(),
        chain.anchors(),
        chain.at(),
        chain.profile(),
        PeerName.of(name),
        chain.purpose(),
        chain.mostIntermediates(),
        List.of());
  }

  @Test
  void givesUpOnATangleOfAHundred() {
    var names = IntStream.range(0, 100).mapToObj(_ -> keys("EC", 256)).toList();
    var sent = new Made[101];
    var above = Draft.root("Tangle").made();
    for (int at = 100; at > 0; at--) {
      above =
          Draft.authority("Tangle", above, names.get(at - 1))
              .without(Extension.AUTHORITY_KEY_IDENTIFIER)
              .made();
      sent[at] = above;
    }
    sent[0] = above.site().without(Extension.AUTHORITY_KEY_IDENTIFIER).made();

    assertThat(chain(ROOT, sent).judge())
        .isEqualTo(new Unknowable("there are too many signatures to verify"));
  }

  @Test
  void costsNothingToLookAtAHugeKey() {
    var modulus = BigInteger.ONE.shiftLeft(16_383).setBit(0);
    var huge = new KeyPair(new HugeKey(modulus), ROOT.keys().getPrivate());

    var site = Draft.site(HOST, ROOT, huge).made();

    assertThat(site.certificate().key().words()).isEqualTo("RSA of 16384 bits");
    assertThat(chain(ROOT, site).judge()).isInstanceOf(Holds.class);
  }

  /// A key that nobody can sign with.
  private record HugeKey(BigInteger modulus) implements RSAPublicKey {
    @Override
    public BigInteger getPublicExponent() {
      return BigInteger.valueOf(65_537);
    }

    @Override
    public BigInteger getModulus() {
      return modulus;
    }

    @Override
    public String getAlgorithm() {
      return "RSA";
    }

    @Override
    public String getFormat() {
      return "X.509";
    }

    @Override
    public byte[] getEncoded() {
      try {
        return SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(
                new RSAKeyParameters(false, modulus, getPublicExponent(), true))
            .getEncoded();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
