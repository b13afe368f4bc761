package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.dns.SpoiltServers.ONE;
import static uk.nhs.estate.check.dns.SpoiltServers.delegatedTo;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.NS1;
import static uk.nhs.estate.sample.SoundDomain.NS2;
import static uk.nhs.estate.sample.SoundDomain.dns;
import static uk.nhs.estate.sample.SoundDomain.withParents;
import static uk.nhs.estate.sample.SoundDomain.withServers;
import static uk.nhs.estate.sample.SoundServers.answer;
import static uk.nhs.estate.sample.SoundServers.parent;
import static uk.nhs.estate.sample.SoundServers.record;
import static uk.nhs.estate.sample.SoundServers.referral;
import static uk.nhs.estate.sample.SoundServers.server;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.sample.SoundServers;

class ParentListsMoreNameServersTest extends BothSidesCheckTest {
  ParentListsMoreNameServersTest() {
    super(new ParentListsMoreNameServers());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.concat(
        usual(),
        Stream.of(
            passes("a server fewer", delegatedTo(NS1)),
            passes("the same servers in other letters", delegatedTo("NS1.dns.test", NS2)),
            fails(
                "a server more",
                new Verdict.Fail("old.dns.test", "the zone names ns1.dns.test, ns2.dns.test"),
                delegatedTo(NS1, NS2, "old.dns.test")),
            passes(
                "a server that one server of the zone names",
                withServers(
                    delegatedTo(NS1, NS2, "ns3.dns.test"),
                    List.of(
                        SoundServers.with(
                            server(NS1, ONE),
                            Question.NS,
                            answer(record(NAME, "NS", "ns3.dns.test.")))))),
            passes(
                "servers of the parent that are not all up to date",
                withParents(
                    dns(),
                    List.of(
                        parent("192.0.2.1"),
                        SoundServers.with(
                            parent("198.51.100.1"),
                            Question.NS,
                            referral(NAME, List.of(NS1, NS2, "old.dns.test")))))),
            doesNotApply(
                "quite different servers", "no name server in common", delegatedTo("a.test"))));
  }
}
