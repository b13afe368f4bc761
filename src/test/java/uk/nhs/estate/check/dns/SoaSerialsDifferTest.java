package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.dns.SpoiltServers.ONE;
import static uk.nhs.estate.check.dns.SpoiltServers.inAnotherZone;
import static uk.nhs.estate.check.dns.SpoiltServers.silentAt;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.NS1;
import static uk.nhs.estate.sample.SoundDomain.NS2;
import static uk.nhs.estate.sample.SoundDomain.dns;
import static uk.nhs.estate.sample.SoundServers.answer;
import static uk.nhs.estate.sample.SoundServers.failure;
import static uk.nhs.estate.sample.SoundServers.record;
import static uk.nhs.estate.sample.SoundServers.reply;
import static uk.nhs.estate.sample.SoundServers.soa;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.sample.SoundServers;

class SoaSerialsDifferTest extends CheckTest {
  SoaSerialsDifferTest() {
    super(new SoaSerialsDiffer());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("one version of the zone"),
        fails(
            "an older version at one server",
            "serial 2026112400: ns1.dns.test (192.0.2.53); serial 2026112401: ns1.dns.test"
                + " (2001:db8:1::53), ",
            dns(ONE, Question.SOA, soa(2026112400))),
        passes("one that does not serve the domain", dns(ONE, Question.SOA, failure("REFUSED"))),
        fails(
            "a version that is seen over TCP",
            "serial 7: ns1.dns.test (192.0.2.53)",
            dns(
                ONE,
                server ->
                    SoundServers.with(
                        SoundServers.with(
                            server,
                            Question.SOA,
                            reply("NOERROR", List.of("qr", "aa", "tc"), List.of(), List.of())),
                        Question.SOA_BY_TCP,
                        soa(7)))),
        cannotTell(
            "a version that cannot be read",
            NS1 + " (192.0.2.53)",
            dns(ONE, Question.SOA, answer(record(NAME, "SOA", "nonsense")))),
        cannotTell("one of them is silent", NS1 + " (192.0.2.53)", silentAt(ONE)),
        cannotTell("an address could not be asked", "could be asked", dns(unasked(NS2, "A"))),
        doesNotApply("a name in another zone", "no zone of its own", inAnotherZone()),
        cannotTellWithout(Topic.DNS));
  }
}
