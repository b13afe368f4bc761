package uk.nhs.estate.observation.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.observation.certificate.Draft.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.cert.ocsp.jcajce.JcaBasicOCSPRespBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.observation.certificate.Draft.Made;

class OcspResponseTest {
  private static final Made ROOT = Draft.root("Root").made();
  private static final Made ISSUING = ROOT.authority("Issuing").made();
  private static final Made SITE = ISSUING.site().made();
  private static final Made OTHER = ISSUING.site().made();
  private static final Made RESPONDER =
      Draft.site("Responder", ISSUING).purposes(KeyPurposeId.id_kp_OCSPSigning).made();
  private static final Duration DAY = Duration.ofDays(1);
  private static final Instant FROM = NOW.minus(DAY);
  private static final Instant UNTIL = NOW.plus(DAY);

  private record Answer(
      Made about,
      @Nullable CertificateStatus status,
      Instant from,
      @Nullable Instant until,
      Made by,
      List<Made> sent) {

    Answer(Made about, @Nullable CertificateStatus status) {
      this(about, status, FROM, UNTIL, ISSUING, List.of());
    }

    Answer at(Instant start, @Nullable Instant end) {
      return new Answer(about, status, start, end, by, sent);
    }

    Answer by(Made responder, Made... certificates) {
      return new Answer(about, status, from, until, responder, List.of(certificates));
    }

    Octets signed() throws Exception {
      var digests = new JcaDigestCalculatorProviderBuilder().build();
      var builder =
          new JcaBasicOCSPRespBuilder(by.keys().getPublic(), digests.get(CertificateID.HASH_SHA1));
      builder.addResponse(
          new CertificateID(
              digests.get(CertificateID.HASH_SHA1), holder(ISSUING), about.certificate().serial()),
          status,
          Date.from(from),
          until == null ? null : Date.from(until),
          null);
      var certificates = new X509CertificateHolder[sent.size()];
      for (int at = 0; at < certificates.length; at++) {
        certificates[at] = holder(sent.get(at));
      }
      return new Octets(
          new OCSPRespBuilder()
              .build(
                  OCSPRespBuilder.SUCCESSFUL,
                  builder.build(
                      new JcaContentSignerBuilder("SHA256withECDSA").build(by.keys().getPrivate()),
                      certificates,
                      Date.from(from)))
              .getEncoded());
    }

    private static X509CertificateHolder holder(Made made) throws Exception {
      return new X509CertificateHolder(made.certificate().der().bytes());
    }
  }

  private static Staple judge(Answer answer) throws Exception {
    return judge(answer.signed());
  }

  private static Staple judge(Octets response) {
    return OcspResponse.judge(
        response, SITE.certificate(), List.of(ROOT.certificate(), ISSUING.certificate()), NOW);
  }

  @Test
  void saysWhatTheResponderSays() throws Exception {
    assertThat(judge(new Answer(SITE, CertificateStatus.GOOD)))
        .isEqualTo(new Staple.Good(FROM, UNTIL));
    assertThat(judge(new Answer(SITE, CertificateStatus.GOOD).at(FROM, null)))
        .isEqualTo(new Staple.Good(FROM, null));
    assertThat(judge(new Answer(SITE, new RevokedStatus(Date.from(FROM), 1))))
        .isEqualTo(new Staple.Revoked(FROM));
    assertThat(judge(new Answer(SITE, new UnknownStatus())))
        .isEqualTo(new Staple.UnknownToResponder());
    assertThat(judge(new Answer(OTHER, CertificateStatus.GOOD)))
        .isEqualTo(new Staple.OtherCertificate());
  }

  @Test
  void anAnswerIsOfItsTime() throws Exception {
    var good = new Answer(SITE, CertificateStatus.GOOD);
    assertThat(judge(good.at(FROM, NOW))).isInstanceOf(Staple.Good.class);
    assertThat(judge(good.at(FROM, NOW.minusSeconds(1)))).isInstanceOf(Staple.Expired.class);
    assertThat(judge(good.at(NOW, UNTIL))).isInstanceOf(Staple.Good.class);
    assertThat(judge(good.at(NOW.plusSeconds(1), UNTIL))).isInstanceOf(Staple.Expired.class);
  }

  @Test
  void believesTheIssuerAndWhomItCertifiedForThis() throws Exception {
    var good = new Answer(SITE, CertificateStatus.GOOD);
    assertThat(judge(good.by(RESPONDER, RESPONDER))).isInstanceOf(Staple.Good.class);
    assertThat(judge(good.by(RESPONDER))).isInstanceOf(Staple.WrongSigner.class);
    assertThat(judge(good.by(OTHER, OTHER)))
        .isEqualTo(
            new Staple.WrongSigner("the responder is not certified to answer for the issuer"));
    var stranger = Draft.site("Responder", ROOT).purposes(KeyPurposeId.id_kp_OCSPSigning).made();
    assertThat(judge(good.by(stranger, stranger)))
        .isEqualTo(new Staple.WrongSigner("the responder is not certified by the issuer"));
    var expired =
        Draft.site("Responder", ISSUING)
            .purposes(KeyPurposeId.id_kp_OCSPSigning)
            .until(NOW.minusSeconds(1))
            .made();
    assertThat(judge(good.by(expired, expired)))
        .isEqualTo(new Staple.WrongSigner("the certificate of the responder is out of date"));
    var spoilt = good.signed().bytes();
    spoilt[spoilt.length - 1] ^= 1;
    assertThat(judge(new Octets(spoilt)))
        .isEqualTo(new Staple.WrongSigner("its signature is wrong"));
  }

  @Test
  void cannotTellWithoutTheIssuer() throws Exception {
    var good = new Answer(SITE, CertificateStatus.GOOD).signed();

    assertThat(OcspResponse.judge(good, SITE.certificate(), List.of(), NOW))
        .isInstanceOf(Staple.Unverified.class);
  }

  @Test
  void tellsWhatIsNoAnswer() throws Exception {
    assertThat(
            judge(
                new Octets(
                    new OCSPRespBuilder().build(OCSPRespBuilder.TRY_LATER, null).getEncoded())))
        .isEqualTo(new Staple.ErrorStatus("tryLater"));
    assertThat(judge(Octets.NONE)).isInstanceOf(Staple.Malformed.class);
    var good = new Answer(SITE, CertificateStatus.GOOD).signed().bytes();
    assertThat(judge(new Octets(Arrays.copyOf(good, good.length - 1))))
        .isInstanceOf(Staple.Malformed.class);
  }
}
