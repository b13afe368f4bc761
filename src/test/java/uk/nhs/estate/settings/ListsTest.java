package uk.nhs.estate.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.estate.register.ClaimableService;
import uk.nhs.estate.register.Supplier;
import uk.nhs.estate.register.Supplier.Service;

class ListsTest {
  private static final Lists LISTS = ScannerConfig.read(null).lists();

  @ParameterizedTest
  @CsvSource({
    "DNS, ns-2051.awsdns-67.co.uk, Amazon Web Services",
    "DNS, ns4-37.azure-dns.info, Microsoft",
    "DNS, ada.ns.cloudflare.com, Cloudflare",
    "DNS, dns1.p01.nsone.net, NS1",
    "DNS, ns1.livedns.co.uk, Fasthosts",
    "DNS, ns01.domaincontrol.com, GoDaddy",
    "DNS, ns1045.ui-dns.biz, IONOS",
    "DNS, ns2.ja.net, Jisc (Janet)",
    "DNS, cns0.nhs.uk, NHS (nhs.uk)",
    "WEB, trust.azurewebsites.net, Microsoft",
    "WEB, d111111abcdef8.cloudfront.net, Amazon Web Services",
    "WEB, trust.map.fastly.net, Fastly",
    "WEB, www.trust.nhs.uk.edgekey.net, Akamai",
    "WEB, e1.a.akamaiedge.net, Akamai",
    "WEB, ext-cust.squarespace.com, Squarespace",
    "WEB, trust.github.io, GitHub",
    "MAIL, trust-nhs-uk.mail.protection.outlook.com, Microsoft",
    "MAIL, alt1.aspmx.l.google.com, Google",
    "MAIL, eu-smtp-inbound-1.mimecast.com, Mimecast",
    "MAIL, mx1-eu1.ppe.pphosted.com, Proofpoint",
    "MAIL, mx.nhs.net, NHSmail"
  })
  void recognisesTheCommonSuppliers(Service service, String server, String supplier) {
    assertThat(LISTS.suppliers().of(service, server)).map(Supplier::name).hasValue(supplier);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ns1.example.net", "ns1.notlivedns.co.uk", "ns1.awsdns-01.example"})
  void guessesNobody(String server) {
    for (var service : Service.values()) {
      assertThat(LISTS.suppliers().of(service, server)).isEmpty();
    }
  }

  @Test
  void onlyTheNhsIsTheNhs() {
    assertThat(LISTS.suppliers().all().stream().filter(Supplier::isNhs))
        .allSatisfy(supplier -> assertThat(supplier.name()).startsWith("NHS"));
  }

  @ParameterizedTest
  @CsvSource({
    "trust.azurewebsites.net, Microsoft Azure",
    "pictures.s3.eu-west-2.amazonaws.com, Amazon S3",
    "pictures.s3-website-eu-west-1.amazonaws.com, Amazon S3",
    "pictures.s3.amazonaws.com, Amazon S3",
    "trust.github.io, GitHub Pages",
    "trust.eu-west-2.elasticbeanstalk.com, Amazon Elastic Beanstalk"
  })
  void knowsAtWhichServicesNamesCanBeTaken(String alias, String service) {
    assertThat(LISTS.services().of(List.of(alias)))
        .extracting(ClaimableService::name)
        .containsExactly(service);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"d111111abcdef8.cloudfront.net", "trust.map.fastly.net", "notgithub.io", "a.test"})
  void knowsNoServiceThatTheSourceCallsSafe(String alias) {
    assertThat(LISTS.services().of(List.of(alias))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "trust-nhs-uk.mail.protection.outlook.com, '', selector1 selector2",
    "eu-smtp-inbound-1.mimecast.com, spf.protection.outlook.com, selector1 selector2",
    "aspmx.l.google.com, _spf.google.com, google",
    "'', servers.mcsv.net, k1 k2 k3",
    "'', spf.mandrillapp.com, mte1 mte2 mandrill",
    "'', sendgrid.net, s1 s2",
    "'', mail.zendesk.com, zendesk1 zendesk2",
    "'', _spf.createsend.com, cm",
    "'', spf.mailjet.com, mailjet",
    "'', spf.brevo.com, brevo1 brevo2 mail",
    "mail.protonmail.ch, _spf.protonmail.ch, protonmail protonmail2 protonmail3",
    "mx.trust.nhs.uk, spf.trust.nhs.uk, default dkim mail"
  })
  void knowsTheSelectorsOfProviders(String mx, String spf, String first) {
    assertThat(LISTS.selectors().toTry(List.of(mx), List.of(spf)))
        .startsWith(first.split(" "))
        .contains("default")
        .hasSizeLessThanOrEqualTo(10);
  }
}
