package uk.nhs.estate.check.dnssec;

import static uk.nhs.estate.check.dnssec.SigningSamples.unsigned;
import static uk.nhs.estate.check.dnssec.SigningSamples.withHiddenKeys;
import static uk.nhs.estate.check.dnssec.SigningSamples.withoutDs;
import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.dns;
import static uk.nhs.estate.sample.SoundDomain.withSecurity;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Security;
import uk.nhs.estate.observation.Topic;

class DsMissingTest extends CheckTest {
  DsMissingTest() {
    super(new DsMissing());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a DS record"),
        passes(
            "a DS record that nobody can use",
            withSecurity(dns(), new Security.Insecure("nhs.uk proves that it has no DS record"))),
        passes(
            "a DS record in a broken chain",
            withSecurity(dns(), new Security.Bogus(Security.Reason.SIGNATURE_EXPIRED, ""))),
        fails(
            "keys and no DS record",
            "no DS record; DNSKEY 2371, algorithm 13 (ECDSAP256SHA256); DNSKEY 55647",
            withoutDs(dns(absent(NAME, "DS")))),
        fails(
            "only a server tells of the keys",
            "DNSKEY 2371",
            withoutDs(dns(absent(NAME, "DS"), unasked(NAME, "DNSKEY")))),
        doesNotApply("no keys", "not signed", unsigned()),
        cannotTell(
            "keys could not be asked for",
            "whether it has keys",
            withoutDs(withHiddenKeys(dns(absent(NAME, "DS"), unasked(NAME, "DNSKEY"))))),
        doesNotApply("a name in another zone", "no zone of its own", dns(absent(NAME, "NS"))),
        cannotTell("nobody validated", "nobody validated", withSecurity(dns(), null)),
        cannotTellWithout(Topic.DNS));
  }
}
