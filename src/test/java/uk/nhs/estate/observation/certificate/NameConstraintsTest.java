package uk.nhs.estate.observation.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.observation.certificate.Draft.chain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.OtherName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import uk.nhs.estate.observation.certificate.ChainJudgement.Broken;
import uk.nhs.estate.observation.certificate.ChainJudgement.Holds;
import uk.nhs.estate.observation.certificate.ChainJudgement.Unknowable;
import uk.nhs.estate.observation.certificate.Draft.Made;

class NameConstraintsTest {
  private static final Made ROOT = Draft.root("Root").made();

  @ParameterizedTest(name = "{1} {2} permits only {0}: {3}")
  @CsvSource({
    "trust.test, DNS, trust.test, HOLDS",
    "trust.test, DNS, TRUST.test, HOLDS",
    "trust.test, DNS, a.b.trust.test, HOLDS",
    "trust.test, DNS, distrust.test, NAME_NOT_PERMITTED",
    "trust.test, DNS, test, NAME_NOT_PERMITTED",
    "trust.test, DNS, *.trust.test, HOLDS",
    "trust.test, DNS, *.test, NAME_NOT_PERMITTED",
    "trust.test, DNS, .trust.test, NAME_NOT_PERMITTED",
    "trust.test, DNS, a..trust.test, NAME_NOT_PERMITTED",
    "'', DNS, any.test, HOLDS",
    ".trust.test, DNS, a.trust.test, HOLDS",
    ".trust.test, DNS, trust.test, NAME_NOT_PERMITTED",
    "*.trust.test, DNS, a.trust.test, MALFORMED_EXTENSION",
    "trust.test, EMAIL, a@trust.test, HOLDS",
    "trust.test, EMAIL, a@TRUST.test, HOLDS",
    "trust.test, EMAIL, a@b.trust.test, NAME_NOT_PERMITTED",
    ".trust.test, EMAIL, a@b.trust.test, HOLDS",
    ".trust.test, EMAIL, a@trust.test, NAME_NOT_PERMITTED",
    "a@trust.test, EMAIL, a@trust.test, HOLDS",
    "a@trust.test, EMAIL, A@trust.test, NAME_NOT_PERMITTED",
    "trust.test, EMAIL, trust.test, NAME_NOT_PERMITTED",
    "@trust.test, EMAIL, a@trust.test, MALFORMED_EXTENSION",
    "trust.test, URI, https://trust.test/path, HOLDS",
    "trust.test, URI, https://a.trust.test/, NAME_NOT_PERMITTED",
    ".trust.test, URI, https://a.trust.test:8443/, HOLDS",
    ".trust.test, URI, https://192.0.2.1/, NAME_NOT_PERMITTED",
    ".trust.test, URI, urn:trust.test, NAME_NOT_PERMITTED",
    "192.0.2.0/24, IP, 192.0.2.255, HOLDS",
    "192.0.2.0/24, IP, 192.0.3.0, NAME_NOT_PERMITTED",
    "192.0.2.0/24, IP, 2001:db8::1, NAME_NOT_PERMITTED",
    "2001:db8::/32, IP, 2001:db8::1, HOLDS",
    "2001:db8::/32, IP, 2001:db9::1, NAME_NOT_PERMITTED",
    "O=Trust, DIRECTORY, 'O=Trust,CN=a', HOLDS",
    "O=Trust, DIRECTORY, 'O= TRUST ,CN=a', HOLDS",
    "O=Trust, DIRECTORY, 'O=Other,CN=a', NAME_NOT_PERMITTED",
    "O=Trust, DIRECTORY, 'CN=a,O=Trust', NAME_NOT_PERMITTED",
  })
  void permits(String limit, AlternativeName.Kind kind, String name, String expected) {
    assertThat(words(constrained(subtree(kind, limit), null, kind, name))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{1} {2} without {0}: {3}")
  @CsvSource({
    "trust.test, DNS, trust.test, NAME_NOT_PERMITTED",
    "trust.test, DNS, a.trust.test, NAME_NOT_PERMITTED",
    "trust.test, DNS, other.test, HOLDS",
    "a.trust.test, DNS, *.trust.test, NAME_NOT_PERMITTED",
    "a.b.trust.test, DNS, *.trust.test, HOLDS",
    "'', DNS, any.test, NAME_NOT_PERMITTED",
    "'', DNS, '', NAME_NOT_PERMITTED",
    ".trust.test, URI, https://a.trust.test/, NAME_NOT_PERMITTED",
    ".trust.test, URI, https://other.test/, HOLDS",
    "0.0.0.0/0, IP, 192.0.2.1, NAME_NOT_PERMITTED",
    "0.0.0.0/0, IP, 2001:db8::1, HOLDS",
    "CN=a, DIRECTORY, CN=a, NAME_NOT_PERMITTED",
    "CN=a, DIRECTORY, CN=b, HOLDS",
  })
  void excludes(String limit, AlternativeName.Kind kind, String name, String expected) {
    assertThat(words(constrained(null, subtree(kind, limit), kind, name))).isEqualTo(expected);
  }

  @Test
  void limitsOnlyNamesOfTheSameForm() {
    assertThat(
            words(
                constrained(
                    subtree(AlternativeName.Kind.IP, "192.0.2.0/24"),
                    null,
                    AlternativeName.Kind.DNS,
                    "any.test")))
        .isEqualTo("HOLDS");
  }

  @Test
  void countsTheSubjectAndTheMailAddressesInIt() {
    var limited = limited(subtree(AlternativeName.Kind.DIRECTORY, "O=Trust"), null);
    assertThat(words(chain(ROOT, limited.site().made(), limited))).isEqualTo("NAME_NOT_PERMITTED");
    var mail = limited(subtree(AlternativeName.Kind.EMAIL, "trust.test"), null);
    assertThat(words(chain(ROOT, mail.site().subject("E=a@other.test").made(), mail)))
        .isEqualTo("NAME_NOT_PERMITTED");
    assertThat(words(chain(ROOT, mail.site().subject("E=a@trust.test").made(), mail)))
        .isEqualTo("HOLDS");
  }

  @Test
  void holdsForEverybodyBelowButSelfIssuedAuthorities() {
    var limited = limited(subtree(AlternativeName.Kind.DNS, "trust.test"), null);
    var other =
        limited
            .authority("Limited")
            .names(new GeneralName(GeneralName.dNSName, "other.test"))
            .made();
    assertThat(words(chain(ROOT, other.site().made(), other, limited))).isEqualTo("HOLDS");
    assertThat(words(chain(ROOT, other.site().dnsNames("other.test").made(), other, limited)))
        .isEqualTo("NAME_NOT_PERMITTED");
    var named =
        limited.authority("Below").names(new GeneralName(GeneralName.dNSName, "other.test")).made();
    assertThat(words(chain(ROOT, named.site().made(), named, limited)))
        .isEqualTo("NAME_NOT_PERMITTED");
  }

  @Test
  void holdsBelowARootThatIsLimited() {
    var root =
        Draft.root("Root")
            .with(
                Extension.NAME_CONSTRAINTS,
                true,
                new NameConstraints(
                    new GeneralSubtree[] {subtree(AlternativeName.Kind.DNS, "other.test")}, null))
            .made();
    assertThat(words(chain(root, root.site().made()))).isEqualTo("NAME_NOT_PERMITTED");
  }

  @Test
  void refusesLimitsToNamesThatItDoesNotKnowIfItMustKnowThem() {
    var odd =
        new GeneralName(
            GeneralName.otherName,
            new OtherName(new ASN1ObjectIdentifier("1.2.3"), new DERUTF8String("odd")));
    var limits = new NameConstraints(null, new GeneralSubtree[] {new GeneralSubtree(odd)});
    var critical = ROOT.authority("Odd").with(Extension.NAME_CONSTRAINTS, true, limits).made();
    var not = ROOT.authority("Odd").with(Extension.NAME_CONSTRAINTS, false, limits).made();

    assertThat(words(chain(ROOT, critical.site().names(odd).made(), critical)))
        .isEqualTo("CONSTRAINT_UNKNOWN");
    assertThat(chain(ROOT, not.site().names(odd).made(), not).judge())
        .isInstanceOf(Unknowable.class);
    assertThat(words(chain(ROOT, critical.site().made(), critical))).isEqualTo("HOLDS");
  }

  static Stream<ASN1Encodable> broken() {
    var tagged =
        new DERTaggedObject(false, 7, new DEROctetString(HexFormat.of().parseHex("7f000001")));
    return Stream.of(
        new DERSequence(),
        new DERSequence(new DERTaggedObject(false, 0, new DERSequence())),
        new DERSequence(new DERTaggedObject(false, 0, DERNull.INSTANCE)),
        new DERSequence(new DERTaggedObject(false, 0, new DERSequence(new DERSequence(tagged)))),
        new NameConstraints(
            new GeneralSubtree[] {
              new GeneralSubtree(
                  new GeneralName(GeneralName.dNSName, "trust.test"), BigInteger.ONE, null)
            },
            null),
        new NameConstraints(
            new GeneralSubtree[] {
              new GeneralSubtree(
                  new GeneralName(
                      GeneralName.iPAddress,
                      new DEROctetString(HexFormat.of().parseHex("c0000200ff00ff00"))))
            },
            null));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void refusesLimitsThatAreNone(ASN1Encodable limits) {
    var limited = ROOT.authority("Limited").with(Extension.NAME_CONSTRAINTS, true, limits).made();

    assertThat(words(chain(ROOT, limited.site().made(), limited))).isEqualTo("MALFORMED_EXTENSION");
  }

  @Test
  void givesUpWhenThereAreTooManyToCompare() {
    var subtrees =
        IntStream.range(0, 600)
            .mapToObj(at -> subtree(AlternativeName.Kind.DNS, "x" + at + ".test"))
            .toArray(GeneralSubtree[]::new);
    var limited =
        ROOT.authority("Limited")
            .with(Extension.NAME_CONSTRAINTS, true, new NameConstraints(subtrees, null))
            .made();
    var names = new ArrayList<String>();
    for (int at = 0; at < 500; at++) {
      names.add("x" + at + ".test");
    }

    assertThat(
            chain(ROOT, limited.site().dnsNames(names.toArray(String[]::new)).made(), limited)
                .judge())
        .isInstanceOf(Unknowable.class);
    var few = names.subList(0, 300).toArray(String[]::new);
    assertThat(words(chain(ROOT, limited.site().dnsNames(few).made(), limited))).isEqualTo("HOLDS");
  }

  private static Chain constrained(
      @Nullable GeneralSubtree permitted,
      @Nullable GeneralSubtree excluded,
      AlternativeName.Kind kind,
      String name) {
    var limited = limited(permitted, excluded);
    var site = limited.site().names(name(kind, name));
    return chain(
        ROOT, (kind == AlternativeName.Kind.DIRECTORY ? site.subject("") : site).made(), limited);
  }

  private static Made limited(
      @Nullable GeneralSubtree permitted, @Nullable GeneralSubtree excluded) {
    return ROOT.authority("Limited")
        .with(
            Extension.NAME_CONSTRAINTS,
            true,
            new NameConstraints(
                permitted == null ? null : new GeneralSubtree[] {permitted},
                excluded == null ? null : new GeneralSubtree[] {excluded}))
        .made();
  }

  private static GeneralSubtree subtree(AlternativeName.Kind kind, String limit) {
    return new GeneralSubtree(name(kind, limit));
  }

  private static GeneralName name(AlternativeName.Kind kind, String text) {
    return switch (kind) {
      case DNS -> new GeneralName(GeneralName.dNSName, text);
      case EMAIL -> new GeneralName(GeneralName.rfc822Name, text);
      case URI -> new GeneralName(GeneralName.uniformResourceIdentifier, text);
      case IP -> new GeneralName(GeneralName.iPAddress, text);
      case DIRECTORY -> new GeneralName(GeneralName.directoryName, new X500Name(text).toString());
      case OTHER, X400, EDI_PARTY, REGISTERED_ID -> throw new IllegalArgumentException();
    };
  }

  private static String words(Chain chain) {
    return switch (chain.judge()) {
      case Holds _ -> "HOLDS";
      case Broken(_, var flaw) -> flaw.kind().name();
      case Unknowable(var why) -> why;
    };
  }
}
