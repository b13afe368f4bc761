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

class TlsRptMalformedTest extends CheckTest {
  private static final String RECORD = "_smtp._tls." + NAME;

  TlsRptMalformedTest() {
    super(new TlsRptMalformed());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a record"),
        passes("in pieces", mail(found(RECORD, "TXT", "\"v=TLSR\" \"PTv1; rua=mailto:a@b.test\""))),
        passes(
            "with a field of a later version",
            mail(found(RECORD, "TXT", "\"v=TLSRPTv1; rua=mailto:a@b.test; x=y\""))),
        fails(
            "a value that breaks the grammar",
            ": v=TLSRPTv1; rua=a@b.test",
            mail(found(RECORD, "TXT", "\"v=TLSRPTv1; rua=a@b.test\""))),
        fails(
            "nothing but the version",
            "nothing but its version",
            mail(found(RECORD, "TXT", "\"v=TLSRPTv1\""))),
        fails(
            "in lower case",
            "does not begin with v=TLSRPTv1;",
            mail(found(RECORD, "TXT", "\"v=tlsrptv1; rua=mailto:a@b.test\""))),
        doesNotApply("none", "no TLS-RPT record", mail(nxdomain(RECORD, "TXT"))),
        doesNotApply(
            "two records",
            "several",
            mail(
                found(
                    RECORD,
                    "TXT",
                    "\"v=TLSRPTv1; rua=mailto:a@b.test\"",
                    "\"v=TLSRPTv1; rua=a@b.test\""))),
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
