package uk.nhs.estate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Security;
import uk.nhs.estate.sample.Lookups;
import uk.nhs.estate.sample.SoundDomain;
import uk.nhs.estate.sample.SoundServers;

class DnsReportTest {

  @Test
  void tellsOfTheZoneAboveTheServersTheRecordsAndWhereTheyPoint() {
    assertThat(printed(SoundDomain.dns()))
        .contains(
            "DNSSEC: secure",
            "Servers of nhs.uk, the zone above",
            "ns1.nhs.test (192.0.2.1): NOERROR, a referral to the servers of trust.nhs.uk",
            "ns1.dns.test (192.0.2.53): NOERROR with authority",
            "TCP NOERROR with authority; 8 of 8 questions answered, 12 ms; DNSSEC secure",
            "ns1.dns.test AAAA: 2001:db8:1::53",
            "trust.nhs.uk CDS: None: the name has no such record [secure]",
            "mail.trust.nhs.uk: Exists; its domain: Registered");
  }

  @Test
  void saysWhyWhenSomethingIsHiddenOrBroken() {
    var silent = List.of(SoundServers.silent(SoundDomain.NS1, "192.0.2.53"));
    assertThat(printed(SoundDomain.withServers(SoundDomain.dns(), silent)))
        .contains(
            "(192.0.2.53): no answer in time (3 tries)",
            "TCP not asked, because the server was silent before; 0 of 3 questions answered");
    var expired = new Security.Bogus(Security.Reason.SIGNATURE_EXPIRED, "SOA, key tag 1");
    assertThat(printed(SoundDomain.withSecurity(SoundDomain.dns(), expired)))
        .contains("DNSSEC: broken: a signature has expired (SOA, key tag 1)");
  }

  @Test
  void sendsTheTerminalNothingButText() {
    assertThat(printed(SoundDomain.dns(Lookups.found(SoundDomain.NAME, "TXT", "\u001B[31mred"))))
        .contains("\\x1B[31mred")
        .doesNotContain("\u001B");
  }

  private static String printed(DnsFacts dns) {
    var text = new StringWriter();
    var out = new PrintWriter(text);
    DnsReport.print(dns, out);
    out.flush();
    return text.toString();
  }
}
