package uk.nhs.estate.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.SignatureException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.practice.CertificateOrder.Chain;

class PracticeCaTest {

  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
  private static final PracticeCa CA = PracticeCa.create(NOW);
  private static final CertificateOrder ORDER =
      CertificateOrder.of(NOW, "ferry.test", "www.ferry.test");

  @Test
  void issuesACertificateThatItsRootVouchesFor() throws GeneralSecurityException {
    var identity = CA.issue(ORDER);

    validate(identity, NOW);
    assertThat(identity.leaf().getSubjectAlternativeNames())
        .containsExactlyInAnyOrder(List.of(2, "ferry.test"), List.of(2, "www.ferry.test"));
    assertThat(identity.leaf().getBasicConstraints()).isEqualTo(-1);
    assertThat(identity.leaf().getSerialNumber().signum()).isEqualTo(1);
  }

  @Test
  void issuesForRsaKeysToo() throws GeneralSecurityException {
    var identity = CA.issue(ORDER.key(CertificateOrder.Key.RSA_2048));

    validate(identity, NOW);
    assertThat(identity.leaf().getPublicKey().getAlgorithm()).isEqualTo("RSA");
  }

  @Test
  void issuesWithTheDatesAskedFor() {
    var end = NOW.minus(Duration.ofDays(12));
    var identity = CA.issue(ORDER.until(end));

    assertThat(identity.leaf().getNotAfter().toInstant()).isEqualTo(end);
    assertThatThrownBy(() -> validate(identity, NOW))
        .isInstanceOf(CertPathValidatorException.class)
        .hasMessageContaining("validity");
    assertThat(CA.issue(ORDER.from(NOW)).leaf().getNotBefore().toInstant()).isEqualTo(NOW);
  }

  @Test
  void leavesTheIntermediateOutWhenAsked() {
    var identity = CA.issue(ORDER.chain(Chain.WITHOUT_INTERMEDIATE));

    assertThat(identity.chain()).hasSize(1);
    assertThat(identity.leaf().getIssuerX500Principal())
        .isEqualTo(CA.intermediate().getSubjectX500Principal());
    assertThatThrownBy(() -> validate(identity, NOW))
        .isInstanceOf(CertPathValidatorException.class);
  }

  @Test
  void sendsTheRootOrSignsWithItWhenAsked() throws GeneralSecurityException {
    assertThat(CA.issue(ORDER.chain(Chain.WITH_INTERMEDIATE_AND_ROOT)).chain())
        .endsWith(CA.intermediate(), CA.root());
    validate(CA.issue(ORDER.chain(Chain.SIGNED_BY_ROOT)), NOW);
  }

  @Test
  void signsACertificateWithItsOwnKeyWhenAsked() throws GeneralSecurityException {
    var leaf = CA.issue(ORDER.chain(Chain.SELF_SIGNED)).leaf();

    leaf.verify(leaf.getPublicKey());
    assertThat(leaf.getIssuerX500Principal()).isEqualTo(leaf.getSubjectX500Principal());
    assertThatThrownBy(() -> leaf.verify(CA.root().getPublicKey()))
        .isInstanceOf(SignatureException.class);
  }

  @Test
  void isAnotherAuthorityEachTimeItIsMade() {
    assertThat(PracticeCa.create(NOW).root()).isNotEqualTo(CA.root());
  }

  private static void validate(Identity identity, Instant at) throws GeneralSecurityException {
    var parameters = new PKIXParameters(Set.of(new TrustAnchor(CA.root(), null)));
    parameters.setRevocationEnabled(false);
    parameters.setDate(Date.from(at));
    var path = CertificateFactory.getInstance("X.509").generateCertPath(identity.chain());
    CertPathValidator.getInstance("PKIX").validate(path, parameters);
  }
}
