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

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Topic;

class SpfRangeWideTest extends CheckTest {
  SpfRangeWideTest() {
    super(new SpfRangeWide());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("one address"),
        passes("65,536 addresses of its own", spf("ip4:192.0.0.0/16 -all")),
        passes("the same address twice counts once", spf("ip4:192.0.0.0/16 ip4:192.0.2.25 -all")),
        fails(
            "65,537 addresses of its own",
            "65,537 IPv4 addresses",
            spf("ip4:192.0.0.0/16 ip4:192.1.0.0 -all")),
        fails(
            "a mask on an address",
            "131,072 IPv4 addresses",
            spf("a:a.test/15 -all", found("a.test", "A", "192.0.2.1"), absent("a.test", "AAAA"))),
        passes("a /32 of IPv6", spf("ip6:2001:db8::/32 -all")),
        fails("a /31 of IPv6", "2001:db8::/31", spf("ip6:2001:db8::/31 -all")),
        passes(
            "a /8 of a supplier",
            spf("include:a.test -all", record("a.test", "ip4:11.0.0.0/8 -all"))),
        fails(
            "more than a /8 of a supplier",
            new Verdict.Fail("a.test", NAME + " → a.test: 16,777,217 IPv4 addresses"),
            spf("include:a.test -all", record("a.test", "ip4:11.0.0.0/8 ip4:12.0.0.0 -all"))),
        passes("a range that is refused", spf("-ip4:192.0.0.0/8 -all")),
        passes(
            "a range of a supplier that is refused",
            spf("-include:a.test -all", record("a.test", "ip4:11.0.0.0/7 -all"))),
        doesNotApply("all addresses are another rule", "all addresses", spf("ip4:0.0.0.0/0 -all")),
        fails(
            "its own, while a supplier's record hides",
            new Verdict.Fail(List.of(new Fault("", "131,072")), List.of("hidden.test")),
            spf("ip4:192.0.0.0/15 include:hidden.test -all", HIDDEN)),
        passes(
            "a server alone whose address could not be asked",
            spf("a:a.test -all", unasked("a.test", "A"), unasked("a.test", "AAAA"))),
        cannotTell(
            "an address with a length could not be asked",
            "could not ask",
            spf("a:a.test/8 -all", unasked("a.test", "A"), unasked("a.test", "AAAA"))),
        cannotTell(
            "one of two mail servers with a length could not be asked",
            "could not ask",
            spf(
                "mx:a.test/16 -all",
                found("a.test", "MX", "10 b.test.", "20 c.test."),
                found("b.test", "A", "192.0.2.1"),
                absent("b.test", "AAAA"),
                unasked("c.test", "A"),
                unasked("c.test", "AAAA"))),
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
}
