package uk.nhs.estate.check.dangling;

import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.NS1;
import static uk.nhs.estate.sample.SoundDomain.dns;
import static uk.nhs.estate.sample.SoundDomain.withParents;
import static uk.nhs.estate.sample.SoundDomain.withTargets;
import static uk.nhs.estate.sample.Targets.free;
import static uk.nhs.estate.sample.Targets.maybeFree;
import static uk.nhs.estate.sample.Targets.missing;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.sample.SoundServers;

class NameServerDomainFreeTest extends CheckTest {
  private static final String LOST = "ns.example.net";

  private static DnsFacts delegatedTo(String server) {
    var referral = SoundServers.referral(NAME, List.of(NS1, server));
    return withParents(
        dns(), List.of(SoundServers.with(SoundServers.parent("192.0.2.1"), Question.NS, referral)));
  }

  NameServerDomainFreeTest() {
    super(new NameServerDomainFree());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("every name server is there"),
        fails(
            "the parent names a server in a domain that nobody has",
            new Verdict.Fail(LOST, "nor does example.net, which may be free to register"),
            withTargets(delegatedTo(LOST), free(LOST, "example.net"))),
        fails(
            "only the zone names it",
            new Verdict.Fail(LOST, "does not exist"),
            withTargets(dns(found(NAME, "NS", NS1 + ".", LOST + ".")), free(LOST, "example.net"))),
        passes(
            "a server that does not exist, in a domain that does, is another rule",
            withTargets(delegatedTo(LOST), missing(LOST, "example.net"))),
        passes(
            "nobody can register a name that only NHS bodies get",
            withTargets(delegatedTo("ns.gone.nhs.uk"), free("ns.gone.nhs.uk", "gone.nhs.uk"))),
        doesNotApply("a name that does not exist", "not exist", dns(nxdomain(NAME, "SOA"))),
        cannotTell(
            "what there is of the domain could not be asked",
            LOST,
            withTargets(delegatedTo(LOST), maybeFree(LOST, "example.net"))),
        cannotTell("nobody asked for the server", LOST, delegatedTo(LOST)),
        cannotTell("the name servers could not be asked for", "in time", dns(unasked(NAME, "NS"))),
        cannotTell(
            "no server of the parent answers",
            "not every place",
            withParents(
                dns(),
                List.of(
                    SoundServers.with(
                        SoundServers.parent("192.0.2.1"), Question.NS, SoundServers.silence())))),
        cannotTellWithout(Topic.DNS));
  }
}
