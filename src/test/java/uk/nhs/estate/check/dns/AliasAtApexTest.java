package uk.nhs.estate.check.dns;

import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.NS1;
import static uk.nhs.estate.sample.SoundDomain.NS2;
import static uk.nhs.estate.sample.SoundDomain.dns;
import static uk.nhs.estate.sample.SoundDomain.dnsOfAll;
import static uk.nhs.estate.sample.SoundDomain.withParents;
import static uk.nhs.estate.sample.SoundDomain.withServers;
import static uk.nhs.estate.sample.SoundServers.answer;
import static uk.nhs.estate.sample.SoundServers.failure;
import static uk.nhs.estate.sample.SoundServers.record;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.Lookup.ResourceRecord;
import uk.nhs.estate.observation.ServerFacts;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.sample.SoundServers;

class AliasAtApexTest extends CheckTest {
  private static final ResourceRecord ALIAS = record(NAME, "CNAME", "trust.example.net.");
  private static final List<ServerFacts> ONE_OF_TWO =
      List.of(SoundServers.server(NS1, "192.0.2.53"), SoundServers.silent(NS2, "198.51.100.53"));

  AliasAtApexTest() {
    super(new AliasAtApex());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a zone without an alias"),
        passes("one server answers, and the others are silent", withServers(dns(), ONE_OF_TWO)),
        fails(
            "an alias in place of the SOA of a delegated name",
            "CNAME trust.example.net.",
            dns("192.0.2.53", Question.SOA, answer(ALIAS))),
        fails(
            "an alias beside the name servers",
            "CNAME trust.example.net.",
            withParents(
                dns("192.0.2.53", Question.NS, answer(ALIAS, record(NAME, "NS", NS1 + "."))),
                List.of())),
        doesNotApply(
            "an alias in the zone of another",
            "an alias of trust.example.net.",
            withParents(
                withServers(
                    dns(),
                    List.of(
                        SoundServers.with(
                            SoundServers.silent(NS1, "192.0.2.53"), Question.SOA, answer(ALIAS)))),
                List.of())),
        doesNotApply("a name that does not exist", "not exist", dns(nxdomain(NAME, "SOA"))),
        cannotTell(
            "no server answers",
            "none of its name servers",
            withServers(dns(), List.of(SoundServers.silent(NS1, "192.0.2.53")))),
        cannotTell(
            "every server fails",
            "none of its name servers",
            dnsOfAll(
                server ->
                    SoundServers.with(
                        SoundServers.with(server, Question.SOA, failure("SERVFAIL")),
                        Question.NS,
                        failure("SERVFAIL")))),
        cannotTellWithout(Topic.DNS));
  }
}
