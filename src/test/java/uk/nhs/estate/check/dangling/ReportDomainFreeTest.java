package uk.nhs.estate.check.dangling;

import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.DMARC;
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

class ReportDomainFreeTest extends CheckTest {
  private static final DnsFacts AWAY =
      dns(
          found(
              DMARC,
              "TXT",
              "\"v=DMARC1; p=reject;"
                  + " rua=mailto:x@reports.example.net!10m,mailto:a@trust.nhs.uk\""));

  ReportDomainFreeTest() {
    super(new ReportDomainFree());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("reports go to a mailbox of the domain itself"),
        passes("no DMARC record", dns(nxdomain(DMARC, "TXT"))),
        passes("a service that is there", withTargets(AWAY, there("reports.example.net"))),
        fails(
            "a mailbox in a domain that nobody has",
            new Verdict.Fail(
                "reports.example.net", "nor does example.net, which may be free to register"),
            withTargets(AWAY, free("reports.example.net", "example.net"))),
        passes(
            "one that does not exist, in a domain that does, gives nobody the reports",
            withTargets(AWAY, missing("reports.example.net", "example.net"))),
        doesNotApply("a name that does not exist", "not exist", dns(nxdomain(NAME, "SOA"))),
        cannotTell(
            "it could not be asked",
            "reports.example.net",
            withTargets(AWAY, hidden("reports.example.net"))),
        cannotTell("the record could not be asked for", "in time", dns(unasked(DMARC, "TXT"))),
        cannotTellWithout(Topic.DNS));
  }
}
