package uk.nhs.estate.check.dnssec;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.check.dnssec.SigningSamples.everyServer;
import static uk.nhs.estate.check.dnssec.SigningSamples.unsigned;
import static uk.nhs.estate.check.dnssec.SigningSamples.withHiddenKeys;
import static uk.nhs.estate.check.dnssec.SigningSamples.withoutDs;
import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.dns;
import static uk.nhs.estate.sample.SoundDomain.withSecurity;
import static uk.nhs.estate.sample.SoundServers.PARENT_NS;
import static uk.nhs.estate.sample.SoundServers.noData;
import static uk.nhs.estate.sample.SoundServers.record;
import static uk.nhs.estate.sample.SoundServers.referral;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.Security;
import uk.nhs.estate.observation.Topic;

class UnsignedTest extends CheckTest {
  UnsignedTest() {
    super(new Unsigned());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a signed domain"),
        passes("keys, although the parent does not know", withoutDs(dns(absent(NAME, "DS")))),
        fails("neither keys nor a DS record", "no DS record", unsigned()),
        fails(
            "the servers say that there are no keys, the resolver could not be asked",
            "no DS record",
            withoutDs(
                everyServer(
                    dns(absent(NAME, "DS"), unasked(NAME, "DNSKEY")), Question.DNSKEY, noData()))),
        fails(
            "proved by names",
            "no DS record, by NSEC",
            unsigned(record(NAME, "NSEC", "trusz.nhs.uk. NS RRSIG NSEC"))),
        fails(
            "proved by hashes",
            "no DS record, by NSEC3",
            unsigned(record("2VPTU5.nhs.uk", "NSEC3", "1 0 0 - 2VPTU6 NS"))),
        fails(
            "proved by hashes that leave room",
            "by NSEC3 with opt-out",
            unsigned(record("2VPTU5.nhs.uk", "NSEC3", "1 1 0 - 2VPTU6 NS SOA"))),
        doesNotApply(
            "a broken chain of trust",
            "broken",
            withSecurity(dns(), new Security.Bogus(Security.Reason.SIGNATURE_EXPIRED, ""))),
        cannotTell(
            "servers that do not hold the zone prove nothing",
            "whether it has keys",
            withoutDs(
                everyServer(
                    dns(absent(NAME, "DS"), unasked(NAME, "DNSKEY")),
                    Question.DNSKEY,
                    referral("nhs.uk", List.of(PARENT_NS))))),
        cannotTell(
            "keys could not be asked for",
            "whether it has keys",
            withoutDs(withHiddenKeys(dns(absent(NAME, "DS"), unasked(NAME, "DNSKEY"))))),
        doesNotApply("a name in another zone", "no zone of its own", dns(absent(NAME, "NS"))),
        cannotTell("nobody validated", "nobody validated", withSecurity(dns(), null)),
        cannotTellWithout(Topic.DNS));
  }

  @Test
  void doesNotSayAgainHowTheAbsenceIsProved() {
    var why = "nhs.uk proves that there is no DS record (NSEC3)";
    var dns =
        withSecurity(
            unsigned(record("2VPTU5.nhs.uk", "NSEC3", "1 0 0 - 2VPTU6 NS")),
            new Security.Insecure(why));
    assertThat(new Unsigned().judge(dns)).isEqualTo(new Verdict.Fail("", why));
  }
}
