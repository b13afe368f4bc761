package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.dns.SpoiltServers.ONE;
import static uk.nhs.estate.check.dns.SpoiltServers.delegatedTo;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.NS1;
import static uk.nhs.estate.sample.SoundDomain.withServers;
import static uk.nhs.estate.sample.SoundServers.answer;
import static uk.nhs.estate.sample.SoundServers.record;
import static uk.nhs.estate.sample.SoundServers.server;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.sample.SoundServers;

class ParentAndZoneDisjointTest extends BothSidesCheckTest {
  ParentAndZoneDisjointTest() {
    super(new ParentAndZoneDisjoint());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.concat(
        usual(),
        Stream.of(
            passes("one server in common", delegatedTo(NS1, "old.dns.test")),
            passes(
                "one server in common, that only one server of the zone names",
                withServers(
                    delegatedTo("ns3.dns.test"),
                    List.of(
                        SoundServers.with(
                            server(NS1, ONE),
                            Question.NS,
                            answer(record(NAME, "NS", "ns3.dns.test.")))))),
            fails(
                "none in common",
                "the parent refers to old.dns.test; the zone names ns1.dns.test, ns2.dns.test",
                delegatedTo("old.dns.test"))));
  }
}
