package uk.nhs.estate.check.tls;

import static uk.nhs.estate.sample.SoundSite.ANCHORS;
import static uk.nhs.estate.sample.SoundSite.CA;
import static uk.nhs.estate.sample.SoundSite.HOST;
import static uk.nhs.estate.sample.SoundSite.SEEN;
import static uk.nhs.estate.sample.SoundTls.IPV4;
import static uk.nhs.estate.sample.SpoiltCertificate.TIMESTAMPS;
import static uk.nhs.estate.sample.SpoiltCertificate.site;

import java.security.cert.TrustAnchor;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x509.Extension;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.observation.certificate.Anchors;
import uk.nhs.estate.practice.PublicMarks;
import uk.nhs.estate.register.KnownLogs;
import uk.nhs.estate.sample.SoundTls;
import uk.nhs.estate.sample.SpoiltCertificate;

class CertificateTransparencyMissingTest extends ChainCheckTest {
  CertificateTransparencyMissingTest() {
    super(new CertificateTransparencyMissing(ROOTS, KNOWN));
  }

  @Override
  Stream<Example> own() {
    return Stream.of(
        fails(
            "none",
            "timestamps of 0 logs in the certificate, where 2 are needed, and of 0 beside it",
            shows(site(HOST).without(TIMESTAMPS))),
        fails("one", "of 1 logs in the certificate, where 2", shows(site(HOST).timestamps("a"))),
        fails("twice the same log", "of 1 logs", shows(site(HOST).timestamps("a", "a"))),
        fails(
            "no list",
            "of 0 logs",
            shows(site(HOST).with(TIMESTAMPS, false, new DEROctetString(new byte[] {1})))),
        fails(
            "two, one of which the log that it names has not signed",
            "of 1 logs in the certificate, where 2",
            shows(site(HOST).timestamps("a", "known"))),
        passes("two for 180 days", days(180, "a", "b")),
        fails("two for a second more", "where 3 are needed", days(180, 1, "a", "b")),
        passes("three for a longer life", days(200, "a", "b", "c")),
        passes("two beside it", beside(site(HOST).without(TIMESTAMPS), "a", "b")),
        fails("one beside it", "and of 1 beside it", beside(site(HOST).timestamps("b"), "a")),
        cannotTell(
            "nobody asked for those beside it",
            "nobody asked",
            old(shows(site(HOST).without(TIMESTAMPS)))),
        doesNotApply(
            "a private authority",
            "does not say",
            shows(site(HOST).without(TIMESTAMPS).without(Extension.certificatePolicies))),
        doesNotApply(
            "nobody believes it",
            "do not believe it",
            shows(site(HOST).without(TIMESTAMPS).signedByItself())),
        cannotTell("the certificate cannot be read", "cannot be read", unreadable()));
  }

  private static final Anchors ROOTS =
      Anchors.ofPlatform(
          Set.of(
              ANCHORS.iterator().next(),
              new TrustAnchor(SpoiltCertificate.authority().signed(), null)));

  /// A log whose key is at hand.
  private static final KnownLogs KNOWN =
      new KnownLogs(
          Map.of(
              id("known"),
              new KnownLogs.Entry(
                  "Known",
                  "Somebody",
                  KnownLogs.State.USABLE,
                  Base64.getEncoder().encodeToString(CA.root().getPublicKey().getEncoded()))));

  private static String id(String log) {
    var list = PublicMarks.timestamps(log);
    return HexFormat.of().formatHex(list, 5, 5 + 32); // behind two lengths and the version
  }

  private static TlsFacts days(int days, String... logs) {
    return days(days, 0, logs);
  }

  private static TlsFacts days(int days, int seconds, String... logs) {
    return shows(
        site(HOST)
            .until(SEEN.plus(Duration.ofDays(days - 30)).plusSeconds(seconds))
            .timestamps(logs));
  }

  private static TlsFacts beside(SpoiltCertificate spoilt, String... logs) {
    var chain = List.of(spoilt.sent());
    return SoundTls.facts(
        new TlsFacts.Met(
            IPV4,
            new TlsFacts.Completed("TLSv1.2", "S", null, chain),
            SoundTls.chains(
                SoundTls.posture(chain),
                new TlsPosture.Shown(
                    HOST,
                    TlsPosture.TLS_1_2,
                    0xc02c,
                    0x0403,
                    chain,
                    null,
                    new Part(PublicMarks.timestamps(logs))))));
  }
}
