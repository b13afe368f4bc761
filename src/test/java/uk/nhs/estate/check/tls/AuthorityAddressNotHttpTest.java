package uk.nhs.estate.check.tls;

import static uk.nhs.estate.sample.SoundSite.HOST;
import static uk.nhs.estate.sample.SpoiltCertificate.site;

import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.Extension;

class AuthorityAddressNotHttpTest extends ChainCheckTest {
  AuthorityAddressNotHttpTest() {
    super(new AuthorityAddressNotHttp());
  }

  @Override
  Stream<Example> own() {
    return Stream.of(
        fails(
            "LDAP",
            "it names ldap://ca.test/cn=ca",
            shows(site(HOST).lists("ldap://ca.test/cn=ca"))),
        fails(
            "HTTPS",
            "it names https://ca.test/issuing.cer",
            shows(
                site(HOST)
                    .access(AccessDescription.id_ad_caIssuers, "https://ca.test/issuing.cer"))),
        passes("in capitals", shows(site(HOST).lists("HTTP://ca.test/issuing.crl"))),
        passes(
            "LDAP beside HTTP",
            shows(
                site(HOST)
                    .access(
                        AccessDescription.id_ad_caIssuers,
                        "ldap://ca.test/cn=ca",
                        "http://ca.test/ca.cer"))),
        passes(
            "none at all",
            shows(
                site(HOST)
                    .without(Extension.cRLDistributionPoints)
                    .without(Extension.authorityInfoAccess))),
        cannotTell("the certificate cannot be read", "cannot be read", unreadable()));
  }
}
