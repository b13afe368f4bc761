package uk.nhs.estate.check.dangling;

import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.dns;
import static uk.nhs.estate.sample.SoundDomain.withTargets;
import static uk.nhs.estate.sample.Targets.free;
import static uk.nhs.estate.sample.Targets.hidden;
import static uk.nhs.estate.sample.Targets.maybeFree;
import static uk.nhs.estate.sample.Targets.missing;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.PointedAt;
import uk.nhs.estate.observation.Topic;

class MailServerMissingTest extends CheckTest {
  private static final DnsFacts GONE = dns(found(NAME, "MX", "10 mx.example.net."));

  MailServerMissingTest() {
    super(new MailServerMissing());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("every mail server is there"),
        passes("a domain that takes no mail points nowhere", dns(found(NAME, "MX", "0 ."))),
        fails(
            "a mail server that does not exist",
            new Verdict.Fail("mx.example.net", "mx.example.net does not exist"),
            withTargets(GONE, missing("mx.example.net", "example.net"))),
        fails(
            "what there is of its domain does not matter here",
            new Verdict.Fail("mx.example.net", "does not exist"),
            withTargets(GONE, maybeFree("mx.example.net", "example.net"))),
        fails(
            "one answer is enough, when the other could not be asked",
            new Verdict.Fail("mx.example.net", "does not exist"),
            withTargets(
                GONE,
                new PointedAt(
                    "mx.example.net",
                    nxdomain("mx.example.net", "A"),
                    unasked("mx.example.net", "AAAA"),
                    null))),
        fails(
            "an alias that leads nowhere",
            new Verdict.Fail("mx.example.net", "does not exist"),
            withTargets(
                GONE,
                new PointedAt(
                    "mx.example.net",
                    nxdomain("mx.example.net", "A", "gone.example.org"),
                    nxdomain("mx.example.net", "AAAA", "gone.example.org"),
                    null))),
        passes(
            "a server that wrongly denies the name for IPv6",
            withTargets(
                GONE,
                new PointedAt(
                    "mx.example.net",
                    found("mx.example.net", "A", "192.0.2.25"),
                    nxdomain("mx.example.net", "AAAA"),
                    null))),
        passes(
            "a name without an address exists",
            withTargets(
                GONE,
                new PointedAt(
                    "mx.example.net",
                    absent("mx.example.net", "A"),
                    absent("mx.example.net", "AAAA"),
                    null))),
        passes(
            "one whose domain nobody has is another rule",
            withTargets(GONE, free("mx.example.net", "example.net"))),
        doesNotApply("a name that does not exist", "not exist", dns(nxdomain(NAME, "SOA"))),
        cannotTell(
            "it could not be asked", "mx.example.net", withTargets(GONE, hidden("mx.example.net"))),
        cannotTell("the mail servers could not be asked for", "in time", dns(unasked(NAME, "MX"))),
        cannotTellWithout(Topic.DNS));
  }
}
