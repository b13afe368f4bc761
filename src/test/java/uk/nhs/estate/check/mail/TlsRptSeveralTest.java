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

class TlsRptSeveralTest extends CheckTest {
  private static final String RECORD = "_smtp._tls." + NAME;

  TlsRptSeveralTest() {
    super(new TlsRptSeveral());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("one record"),
        passes(
            "beside another",
            mail(found(RECORD, "TXT", "\"v=TLSRPTv1; rua=mailto:a@b.test\"", "\"v=spf1 -all\""))),
        passes(
            "one that cannot be read", mail(found(RECORD, "TXT", "\"v=TLSRPTv1; rua=a@b.test\""))),
        fails(
            "two records",
            "2 records: v=TLSRPTv1; rua=mailto:a@b.test | ",
            mail(
                found(
                    RECORD,
                    "TXT",
                    "\"v=TLSRPTv1; rua=mailto:a@b.test\"",
                    "\"v=TLSRPTv1; rua=a@b.test\""))),
        doesNotApply("none", "no TLS-RPT record", mail(absent(RECORD, "TXT"))),
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
