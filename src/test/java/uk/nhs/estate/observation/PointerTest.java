package uk.nhs.estate.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.SoundDomain.DMARC;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.dns;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.observation.Pointer.Kind;
import uk.nhs.estate.sample.SoundDomain;

class PointerTest {

  @Test
  void nameServersAreThoseOfTheParentAndOfTheZone() {
    assertThat(targets(dns(found(NAME, "NS", "NS3.dns.test.")), Kind.NAME_SERVER))
        .containsExactly(SoundDomain.NS1, SoundDomain.NS2, "ns3.dns.test");
  }

  @Test
  void mailServersEachOnce() {
    assertThat(targets(dns(found(NAME, "MX", "10 A.test.", "20 a.test.", "0 .")), Kind.MAIL_SERVER))
        .containsExactly("a.test");
    assertThat(targets(dns(found(NAME, "MX", "10 192.0.2.25.")), Kind.MAIL_SERVER)).isEmpty();
  }

  @Test
  void everyServiceThatWasAskedFor() {
    var dns =
        dns(
            found("_sip._tls." + NAME, "SRV", "0 0 443 sip.a.test."),
            found("_xmpp-server._tcp." + NAME, "SRV", "0 0 0 ."));
    assertThat(dns.pointers(Kind.SERVICE))
        .containsExactly(new Pointer(Kind.SERVICE, "_sip._tls." + NAME, "sip.a.test"));
  }

  @Test
  void httpsRecordsPointAtOtherNamesOnly() {
    var dns = dns(found(NAME, "HTTPS", "1 . alpn=h2", "2 Trust.nhs.uk.", "3 web.a.test."));
    assertThat(targets(dns, Kind.HTTPS)).containsExactly("web.a.test");
  }

  @Test
  void domainsThatHaveASayInMail() {
    var spf = dns(found(NAME, "TXT", "\"x\"", "\"v=spf1 include:a.test \" \"mx:b.test -all\""));
    assertThat(targets(spf, Kind.SPF)).containsExactly("a.test", "b.test");
    var dmarc =
        dns(found(DMARC, "TXT", "\"v=DMARC1; p=none; rua=mailto:x@a.test,mailto:x@" + NAME + "\""));
    assertThat(targets(dmarc, Kind.DMARC)).containsExactly("a.test");
  }

  private static List<String> targets(DnsFacts dns, Kind kind) {
    return dns.pointers(kind).stream().map(Pointer::target).toList();
  }
}
