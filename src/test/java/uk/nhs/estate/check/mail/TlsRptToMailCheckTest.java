package uk.nhs.estate.check.mail;

import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.mail;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

class TlsRptToMailCheckTest extends CheckTest {
  private static final String RECORD = "_smtp._tls." + NAME;

  TlsRptToMailCheckTest() {
    super(new TlsRptToMailCheck());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("an address of its own"),
        passes(
            "another name",
            mail(
                found(
                    RECORD,
                    "TXT",
                    "\"v=TLSRPTv1; rua=mailto:tls@notmailcheck.service.ncsc.gov.uk\""))),
        fails(
            "the address that Mail Check gave out",
            "rua=mailto:tls@trust.nhs.uk,mailto:tls-rua@MailCheck.service.ncsc.gov.uk",
            mail(
                found(
                    RECORD,
                    "TXT",
                    "\"v=TLSRPTv1;rua=mailto:tls@trust.nhs.uk,mailto:tls-rua@MailCheck.service.ncsc.gov.uk\""))),
        doesNotApply("no record", "no valid TLS-RPT record", mail(absent(RECORD, "TXT"))),
        doesNotApply(
            "a record that cannot be read",
            "no valid TLS-RPT record",
            mail(found(RECORD, "TXT", "\"v=TLSRPTv1\""))),
        cannotTell("it could not be asked", "in time", mail(unasked(RECORD, "TXT"))),
        doesNotApply(
            "a domain that takes no mail",
            "takes no mail",
            mail(found(NAME, "MX", "0 ."), found(NAME, "TXT", "\"v=spf1 -all\""))),
        doesNotApply(
            "a domain that only sends",
            "no MX record names",
            mail(absent(NAME, "MX"), found(NAME, "TXT", "\"v=spf1 ip4:192.0.2.25 -all\""))),
        doesNotApply("a name that does not exist", "not exist", mail(nxdomain(NAME, "MX"))),
        cannotTell(
            "whether it takes mail could not be asked", "in time", mail(unasked(NAME, "MX"))),
        cannotTellWithout(Topic.MAIL));
  }
}
