package uk.nhs.estate.check.dangling;

import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.dns;
import static uk.nhs.estate.sample.SoundDomain.withTargets;
import static uk.nhs.estate.sample.Targets.free;
import static uk.nhs.estate.sample.Targets.hidden;
import static uk.nhs.estate.sample.Targets.missing;
import static uk.nhs.estate.sample.Targets.there;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Topic;

class ServiceDomainFreeTest extends CheckTest {
  private static final String SIP = "_sip._tls." + NAME;
  private static final DnsFacts AWAY = dns(found(SIP, "SRV", "100 1 443 sip.example.net."));

  ServiceDomainFreeTest() {
    super(new ServiceDomainFree());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("no such service"),
        passes("a service that is said not to be there", dns(found(SIP, "SRV", "0 0 0 ."))),
        passes("a target that is there", withTargets(AWAY, there("sip.example.net"))),
        fails(
            "a target in a domain that nobody has",
            new Verdict.Fail(SIP, "sip.example.net does not exist, nor does example.net"),
            withTargets(AWAY, free("sip.example.net", "example.net"))),
        passes(
            "one that does not exist, in a domain that does, is another rule",
            withTargets(AWAY, missing("sip.example.net", "example.net"))),
        fails(
            "what stands at a name that could not be asked stays as it was",
            new Verdict.Fail(
                List.of(new Fault(SIP, "does not exist")), List.of("_xmpp-server._tcp." + NAME)),
            withTargets(
                dns(
                    found(SIP, "SRV", "100 1 443 sip.example.net."),
                    unasked("_xmpp-server._tcp." + NAME, "SRV")),
                free("sip.example.net", "example.net"))),
        doesNotApply("a name that does not exist", "not exist", dns(nxdomain(NAME, "SOA"))),
        cannotTell(
            "the target could not be asked", SIP, withTargets(AWAY, hidden("sip.example.net"))),
        cannotTell("the service could not be asked for", SIP, dns(unasked(SIP, "SRV"))),
        cannotTellWithout(Topic.DNS));
  }
}
