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

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Topic;

class HttpsTargetMissingTest extends CheckTest {
  private static final DnsFacts AWAY = dns(found(NAME, "HTTPS", "0 web.example.net."));

  HttpsTargetMissingTest() {
    super(new HttpsTargetMissing());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("no HTTPS record"),
        passes(
            "a record that points at the domain itself", dns(found(NAME, "HTTPS", "1 . alpn=h2"))),
        passes("an alias that says that there is nothing", dns(found(NAME, "HTTPS", "0 ."))),
        passes("a target that is there", withTargets(AWAY, there("web.example.net"))),
        fails(
            "a target that does not exist",
            new Verdict.Fail(NAME, "web.example.net does not exist"),
            withTargets(AWAY, missing("web.example.net", "example.net"))),
        fails(
            "a target in a domain that nobody has",
            new Verdict.Fail(NAME, "nor does example.net, which may be free to register"),
            withTargets(AWAY, free("web.example.net", "example.net"))),
        fails(
            "of www",
            new Verdict.Fail("www." + NAME, "web.example.net does not exist"),
            withTargets(
                dns(found("www." + NAME, "HTTPS", "1 web.example.net. alpn=h2")),
                missing("web.example.net", "example.net"))),
        doesNotApply("a name that does not exist", "not exist", dns(nxdomain(NAME, "SOA"))),
        cannotTell(
            "the target could not be asked", NAME, withTargets(AWAY, hidden("web.example.net"))),
        cannotTell("the record could not be asked for", NAME, dns(unasked(NAME, "HTTPS"))),
        cannotTellWithout(Topic.DNS));
  }
}
