package uk.nhs.estate.observation.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.observation.certificate.Draft.chain;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.CertPolicyId;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.PolicyConstraints;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.PolicyMappings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.observation.certificate.ChainJudgement.Broken;
import uk.nhs.estate.observation.certificate.ChainJudgement.Holds;
import uk.nhs.estate.observation.certificate.Draft.Made;

class PolicyRulesTest {
  private static final Made ROOT = Draft.root("Root").made();
  private static final String ONE = "1.3.6.1.4.1.55738.1";
  private static final String TWO = "1.3.6.1.4.1.55738.2";
  private static final String ANY = Policies.ANY;

  @Test
  void asksForNoPolicyUnlessAnAuthorityDoes() {
    assertThat(holds(it -> it, it -> it)).isTrue();
    assertThat(holds(policies(ONE), policies(TWO))).isTrue();
    assertThat(holds(explicit(0, ONE), policies(ONE))).isTrue();
    assertThat(holds(explicit(0, ONE), policies(TWO))).isFalse();
    assertThat(holds(explicit(0, ONE), it -> it)).isFalse();
    assertThat(holds(explicit(0), policies(ONE))).isFalse();
    assertThat(holds(explicit(1, ONE), policies(TWO))).isFalse();
    assertThat(holds(explicit(2, ONE), policies(TWO))).isTrue();
    assertThat(holds(it -> it, it -> explicit(0).apply(it))).isFalse();
  }

  @Test
  void anyPolicyStandsForAll() {
    assertThat(holds(explicit(0, ANY), policies(ONE))).isTrue();
    assertThat(holds(explicit(0, ONE), policies(ANY))).isTrue();
    assertThat(holds(explicit(0, ONE).andThen(inhibitAny(0))::apply, policies(ANY))).isFalse();
    assertThat(holds(explicit(0, ONE).andThen(inhibitAny(1))::apply, policies(ANY))).isTrue();
  }

  @Test
  void policiesOfOthersCountAsItsOwnWhenAnAuthoritySaysSo() {
    assertThat(holds(explicit(0, ONE).andThen(mapped(ONE, TWO))::apply, policies(TWO))).isTrue();
    assertThat(holds(explicit(0, ONE).andThen(mapped(ONE, TWO))::apply, policies(ONE))).isFalse();
    assertThat(holds(explicit(0, ANY).andThen(mapped(ONE, TWO))::apply, policies(TWO))).isTrue();
    assertThat(holds(policies(ANY).andThen(mapped(ANY, TWO))::apply, policies(TWO))).isFalse();
  }

  @Test
  void anAuthorityAboveMayForbidThat() {
    var forbids =
        ROOT.authority("Strict")
            .with(
                Extension.POLICIES,
                false,
                new CertificatePolicies(new PolicyInformation(new ASN1ObjectIdentifier(ONE))))
            .with(Extension.POLICY_CONSTRAINTS, true, constraints(0, 0))
            .made();
    var below = mapped(ONE, TWO).apply(policies(ONE).apply(forbids.authority("Below"))).made();

    assertThat(chain(ROOT, policies(TWO).apply(below.site()).made(), below, forbids).judge())
        .isInstanceOf(Broken.class);
  }

  @Test
  void oneTimesAHundredPoliciesDoNotGrow() {
    var ids = new String[200];
    Arrays.setAll(ids, at -> "1.3.6.1.4.1.55738.3." + at);
    var above = ROOT;
    var sent = new Made[8];
    for (int at = 7; at > 0; at--) {
      above = explicit(0, ids).apply(above.authority("Authority " + at)).made();
      sent[at] = above;
    }
    sent[0] = policies(ids).apply(above.site()).made();

    assertThat(chain(ROOT, sent).judge()).isInstanceOf(Holds.class);
  }

  private static boolean holds(UnaryOperator<Draft> authority, UnaryOperator<Draft> site) {
    var issuing = authority.apply(ROOT.authority("Issuing")).made();
    return chain(ROOT, site.apply(issuing.site()).made(), issuing).judge() instanceof Holds;
  }

  private static UnaryOperator<Draft> policies(String... ids) {
    return draft ->
        ids.length == 0
            ? draft
            : draft.with(
                Extension.POLICIES,
                false,
                new CertificatePolicies(
                    Arrays.stream(ids)
                        .map(ASN1ObjectIdentifier::new)
                        .map(PolicyInformation::new)
                        .toArray(PolicyInformation[]::new)));
  }

  private static UnaryOperator<Draft> explicit(int after, String... ids) {
    return draft ->
        policies(ids)
            .apply(draft)
            .with(Extension.POLICY_CONSTRAINTS, true, constraints(after, null));
  }

  private static PolicyConstraints constraints(int explicit, @Nullable Integer mapping) {
    return new PolicyConstraints(
        BigInteger.valueOf(explicit), mapping == null ? null : BigInteger.valueOf(mapping));
  }

  private static UnaryOperator<Draft> inhibitAny(int after) {
    return draft -> draft.with(Extension.INHIBIT_ANY_POLICY, true, new ASN1Integer(after));
  }

  private static UnaryOperator<Draft> mapped(String issuers, String subjects) {
    return draft ->
        draft.with(
            Extension.POLICY_MAPPINGS,
            true,
            new PolicyMappings(
                CertPolicyId.getInstance(new ASN1ObjectIdentifier(issuers)),
                CertPolicyId.getInstance(new ASN1ObjectIdentifier(subjects))));
  }
}
