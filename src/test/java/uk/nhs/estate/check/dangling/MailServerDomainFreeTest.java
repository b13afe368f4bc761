package uk.nhs.estate.check.dangling;

import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.dns;
import static uk.nhs.estate.sample.SoundDomain.withTargets;
import static uk.nhs.estate.sample.Targets.free;
import static uk.nhs.estate.sample.Targets.gone;
import static uk.nhs.estate.sample.Targets.hidden;
import static uk.nhs.estate.sample.Targets.maybeFree;
import static uk.nhs.estate.sample.Targets.missing;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Topic;

class MailServerDomainFreeTest extends CheckTest {
  private static DnsFacts mx(String... hosts) {
    return dns(
        found(NAME, "MX", Stream.of(hosts).map(host -> "10 " + host).toArray(String[]::new)));
  }

  MailServerDomainFreeTest() {
    super(new MailServerDomainFree());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("every mail server is there"),
        passes("no mail server", dns(absent(NAME, "MX"))),
        passes("a domain that takes no mail points nowhere", dns(found(NAME, "MX", "0 ."))),
        fails(
            "a mail server in a domain that nobody has",
            new Verdict.Fail(
                "mx.example.net", "nor does example.net, which may be free to register"),
            withTargets(mx("mx.Example.net."), free("mx.example.net", "example.net"))),
        passes(
            "one that does not exist, in a domain that does, is another rule",
            withTargets(mx("mx.example.net."), missing("mx.example.net", "example.net"))),
        passes(
            "nobody can register a name that only government bodies get",
            withTargets(mx("mx.gone.gov.uk."), free("mx.gone.gov.uk", "gone.gov.uk"))),
        passes(
            "nobody can register a name outside the public registries",
            withTargets(mx("mx.clinic.internal."), free("mx.clinic.internal", "clinic.internal"))),
        fails(
            "what is hidden is neither found nor resolved",
            new Verdict.Fail(
                List.of(new Fault("mx.example.net", "does not exist")), List.of("mx.example.org")),
            withTargets(
                mx("mx.example.net.", "mx.example.org."),
                free("mx.example.net", "example.net"),
                hidden("mx.example.org"))),
        doesNotApply("a name that does not exist", "not exist", dns(nxdomain(NAME, "SOA"))),
        cannotTell(
            "what there is of the domain could not be asked",
            "mx.example.net",
            withTargets(mx("mx.example.net."), maybeFree("mx.example.net", "example.net"))),
        cannotTell(
            "nobody asked for the domain",
            "mx.example.net",
            withTargets(mx("mx.example.net."), gone("mx.example.net", null))),
        cannotTell("the mail servers could not be asked for", "in time", dns(unasked(NAME, "MX"))),
        cannotTellWithout(Topic.DNS));
  }
}
