package uk.nhs.estate.check.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundSite.HOST;
import static uk.nhs.estate.sample.SoundSite.SEEN;
import static uk.nhs.estate.sample.SoundSite.address;
import static uk.nhs.estate.sample.SoundSite.tls;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.check.Assessor;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.AddressFacts;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.practice.CertificateOrder;
import uk.nhs.estate.register.CertificateIssuers;
import uk.nhs.estate.sample.SoundDomain;
import uk.nhs.estate.sample.SoundSite;

class CaaForbidsIssuerTest extends CheckTest {
  private static final String DOMAIN = SoundDomain.NAME;
  private static final String ISSUE = "0 issue \"ca.test\"";
  private static final String OTHER = "0 issue \"other.test\"";

  private static TlsFacts wildcard() {
    return tls(_ -> CertificateOrder.of(SEEN, "*." + DOMAIN));
  }

  @Test
  void anIssuerThatIsNotOnTheListIsUnknown() {
    var check = new CaaForbidsIssuer(CertificateIssuers.of(List.of()));
    var said = new Assessor(List.of(check)).assess(SoundSite.observation()).judgements().getFirst();
    assertThat(said.verdict())
        .isEqualTo(
            new Verdict.Unknown(
                "NHS web estate practice is not on the list of certification authorities"));
  }

  CaaForbidsIssuerTest() {
    super(new CaaForbidsIssuer(SoundSite.ISSUERS));
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("the domain's records name the issuer"),
        passes(
            "nothing is forbidden",
            address(found(DOMAIN, "CAA", "0 iodef \"mailto:a@trust.nhs.uk\""))),
        passes(
            "the issuer is one of two",
            address(found(HOST, "CAA", OTHER, "0 issue \"CA.test; a=b\""))),
        fails(
            "the records of the site itself come before those of the domain",
            "issued by NHS web estate practice, while www.trust.nhs.uk has 0 issue \"other.test\"",
            address(found(HOST, "CAA", OTHER))),
        fails("nobody may issue", "0 issue \";\"", address(found(DOMAIN, "CAA", "0 issue \";\""))),
        fails(
            "a value that breaks the grammar names nobody",
            "%%%",
            address(found(DOMAIN, "CAA", "0 issue \"%%%\""))),
        passes(
            "what is said of wildcards does not count for a name",
            address(found(DOMAIN, "CAA", ISSUE, "0 issuewild \";\""))),
        fails(
            "it counts for a wildcard",
            "issuewild",
            address(found(DOMAIN, "CAA", ISSUE, "0 issuewild \";\"")),
            wildcard()),
        passes("a wildcard needs no record of its own kind", wildcard()),
        doesNotApply(
            "no record up to the top",
            "every authority",
            address(absent(DOMAIN, "CAA"), absent(SoundDomain.PARENT, "CAA"))),
        doesNotApply(
            "a self-signed certificate",
            "self-signed",
            tls(order -> order.chain(CertificateOrder.Chain.SELF_SIGNED))),
        doesNotApply(
            "a certificate for another name",
            "another name",
            tls(_ -> CertificateOrder.of(SEEN, "other.test"))),
        cannotTell(
            "the records could not be asked for", "in time", address(unasked(DOMAIN, "CAA"))),
        cannotTell(
            "of a wildcard those above count, which nobody asked for",
            "nobody asked",
            new AddressFacts(
                SEEN, address().a(), address().aaaa(), null, List.of(found(HOST, "CAA", ISSUE))),
            wildcard()),
        cannotTell(
            "no handshake",
            "no TLS handshake",
            tls(new TlsFacts.Failed(List.of("TLSv1.3"), "internal_error"))),
        cannotTellWithout(Topic.ADDRESS),
        cannotTellWithout(Topic.TLS));
  }
}
