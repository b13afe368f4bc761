package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.mail.SpfSample.HIDDEN;
import static uk.nhs.estate.check.mail.SpfSample.record;
import static uk.nhs.estate.check.mail.SpfSample.spf;
import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.mail;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.Topic;

class SpfNestedNameMissingTest extends CheckTest {
  SpfNestedNameMissingTest() {
    super(new SpfNestedNameMissing());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("everything exists", spf("include:a.test -all", record("a.test", "-all"))),
        passes(
            "what the domain's own record names is another rule",
            spf(
                "include:spf.there.co.uk -all",
                nxdomain("spf.there.co.uk", "TXT"),
                absent("there.co.uk", "SOA"))),
        fails(
            "a record that is included names what is not there",
            new Verdict.Fail(
                "a.test", "a.test: include:spf.there.co.uk: spf.there.co.uk does not exist"),
            nested(
                "include:spf.there.co.uk -all",
                nxdomain("spf.there.co.uk", "TXT"),
                absent("there.co.uk", "SOA"))),
        fails(
            "whether its domain is registered could not be asked",
            new Verdict.Fail("a.test", "spf.there.co.uk does not exist"),
            nested(
                "mx:spf.there.co.uk -all",
                nxdomain("spf.there.co.uk", "MX"),
                unasked("there.co.uk", "SOA"))),
        fails(
            "a name of the domain's own record that macros write",
            new Verdict.Fail("_spf." + NAME, "include:_spf.%{d}: _spf." + NAME + " does not exist"),
            spf("include:_spf.%{d} -all", nxdomain("_spf." + NAME, "TXT"))),
        passes(
            "a domain that nobody has is another rule",
            nested(
                "include:gone.co.uk -all",
                nxdomain("gone.co.uk", "TXT"),
                nxdomain("gone.co.uk", "SOA"))),
        cannotTell(
            "a name could not be asked",
            "a.test",
            nested("a:b.test -all", unasked("b.test", "A"), unasked("b.test", "AAAA"))),
        cannotTell(
            "an include could not be asked",
            "hidden.test",
            spf("include:hidden.test -all", HIDDEN)),
        doesNotApply("no SPF record", "no SPF record", mail(absent(NAME, "TXT"))),
        doesNotApply(
            "several SPF records",
            "several SPF records",
            mail(found(NAME, "TXT", "\"v=spf1 -all\"", "\"v=spf1 ~all\""))),
        doesNotApply("a record that is void", "breaks the grammar", spf("ip4:x -all")),
        doesNotApply("a name that does not exist", "not exist", mail(nxdomain(NAME, "TXT"))),
        cannotTell("it could not be asked", "in time", mail(unasked(NAME, "TXT"))),
        cannotTellWithout(Topic.MAIL));
  }

  /// A supplier has this record.
  private static MailFacts nested(String terms, Lookup... others) {
    return spf(
        "include:a.test -all",
        Stream.concat(Stream.of(record("a.test", terms)), Stream.of(others))
            .toArray(Lookup[]::new));
  }
}
