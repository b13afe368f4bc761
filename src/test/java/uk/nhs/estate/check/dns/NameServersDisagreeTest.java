package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.dns.SpoiltServers.ONE;
import static uk.nhs.estate.check.dns.SpoiltServers.inAnotherZone;
import static uk.nhs.estate.check.dns.SpoiltServers.silentAt;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.NS1;
import static uk.nhs.estate.sample.SoundDomain.NS2;
import static uk.nhs.estate.sample.SoundDomain.dns;
import static uk.nhs.estate.sample.SoundDomain.dnsOfAll;
import static uk.nhs.estate.sample.SoundDomain.withServers;
import static uk.nhs.estate.sample.SoundServers.answer;
import static uk.nhs.estate.sample.SoundServers.failure;
import static uk.nhs.estate.sample.SoundServers.record;
import static uk.nhs.estate.sample.SoundServers.silence;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.sample.SoundServers;

class NameServersDisagreeTest extends CheckTest {
  NameServersDisagreeTest() {
    super(new NameServersDisagree());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("servers that all say the same"),
        passes(
            "the same in another order",
            dns(
                ONE,
                Question.NS,
                answer(record(NAME, "NS", "NS2.dns.test."), record(NAME, "NS", NS1 + ".")))),
        fails(
            "one of them names fewer",
            "ns1.dns.test: ns1.dns.test (192.0.2.53); ns1.dns.test ns2.dns.test: ns1.dns.test"
                + " (2001:db8:1::53), ",
            dns(ONE, Question.NS, answer(record(NAME, "NS", NS1 + ".")))),
        passes("one that does not serve the domain", dns(ONE, Question.SOA, failure("REFUSED"))),
        doesNotApply(
            "none serves the domain",
            "no name server serves",
            dnsOfAll(server -> SoundServers.with(server, Question.SOA, failure("REFUSED")))),
        cannotTell(
            "one of them was not heard", NS1 + " (192.0.2.53)", dns(ONE, Question.NS, silence())),
        cannotTell("one of them is silent", NS1 + " (192.0.2.53)", silentAt(ONE)),
        cannotTell("an address could not be asked", "could be asked", dns(unasked(NS2, "A"))),
        cannotTell(
            "no server was asked", "none of the name servers", withServers(dns(), List.of())),
        doesNotApply("a name in another zone", "no zone of its own", inAnotherZone()),
        cannotTellWithout(Topic.DNS));
  }
}
