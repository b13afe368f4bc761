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

class SpfNestedDomainFreeTest extends CheckTest {
  SpfNestedDomainFreeTest() {
    super(new SpfNestedDomainFree());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("everything exists", spf("include:a.test -all", record("a.test", "-all"))),
        passes(
            "what the domain's own record names is another rule",
            spf(
                "include:gone.co.uk -all",
                nxdomain("gone.co.uk", "TXT"),
                nxdomain("gone.co.uk", "SOA"))),
        fails(
            "a record that is included names a domain that nobody has",
            new Verdict.Fail(
                "a.test", "a.test: include:spf.gone.co.uk: gone.co.uk may be free to register"),
            nested(
                "include:spf.gone.co.uk -all",
                nxdomain("spf.gone.co.uk", "TXT"),
                nxdomain("gone.co.uk", "SOA"))),
        fails(
            "by its address",
            new Verdict.Fail("a.test", "gone.co.uk"),
            nested(
                "a:gone.co.uk -all", nxdomain("gone.co.uk", "A"), nxdomain("gone.co.uk", "SOA"))),
        passes(
            "it is registered, and only the name is missing",
            nested(
                "include:spf.there.co.uk -all",
                nxdomain("spf.there.co.uk", "TXT"),
                absent("there.co.uk", "SOA"))),
        passes(
            "whoever has it lets nobody pass",
            nested(
                "-include:gone.co.uk -all",
                nxdomain("gone.co.uk", "TXT"),
                nxdomain("gone.co.uk", "SOA"))),
        passes(
            "a name that strangers cannot register",
            nested(
                "include:gone.nhs.uk -all",
                nxdomain("gone.nhs.uk", "TXT"),
                nxdomain("gone.nhs.uk", "SOA"))),
        cannotTell(
            "whether a name exists could not be asked",
            "a.test",
            nested("a:b.co.uk -all", unasked("b.co.uk", "A"), unasked("b.co.uk", "AAAA"))),
        passes(
            "what becomes of a name in the domain's own record is asked by another rule",
            spf("a:b.co.uk -all", unasked("b.co.uk", "A"), unasked("b.co.uk", "AAAA"))),
        cannotTell(
            "whether it is registered could not be asked",
            "a.test",
            nested(
                "include:gone.co.uk -all",
                nxdomain("gone.co.uk", "TXT"),
                unasked("gone.co.uk", "SOA"))),
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
