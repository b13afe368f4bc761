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
import uk.nhs.estate.observation.Topic;

class SpfAllowsAllTest extends CheckTest {
  SpfAllowsAllTest() {
    super(new SpfAllowsAll());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("-all"),
        passes("~all", spf("mx ~all")),
        passes("?all", spf("mx ?all")),
        passes("no all", spf("mx")),
        passes("what stands after the first all is not read", spf("-all +all")),
        passes("half of all addresses are another rule", spf("ip4:0.0.0.0/1 -all")),
        fails("+all", NAME + ": +all", spf("mx +all")),
        fails("all without a sign", NAME + ": all", spf("mx all")),
        fails("ALL", NAME + ": ALL", spf("mx ALL")),
        fails(
            "by way of a redirect",
            NAME + " → a.test → b.test: +all",
            spf(
                "redirect=a.test",
                record("a.test", "redirect=b.test"),
                record("b.test", "mx +all"))),
        fails(
            "by way of an include, which matches whoever passes there",
            NAME + " → a.test: +all",
            spf("include:a.test -all", record("a.test", "+all"))),
        passes(
            "an include that matches everybody, and refuses them",
            spf("-include:a.test -all", record("a.test", "+all"))),
        passes(
            "an include that ends in -all refuses nobody",
            spf("include:a.test ~all", record("a.test", "-all"))),
        fails(
            "a name that is there for every mail",
            "exists:a.test",
            spf("exists:a.test -all", found("a.test", "A", "127.0.0.2"))),
        fails("all IPv4 addresses", "0.0.0.0/0", spf("ip4:0.0.0.0/0 -all")),
        fails(
            "all of them in halves",
            "0.0.0.0/1, 128.0.0.0/1",
            spf("ip4:128.0.0.0/1 ip4:0.0.0.0/1 -all")),
        fails("all IPv6 addresses", "::/0", spf("ip6:::/0 -all")),
        fails("whatever hides, it does", "+all", spf("include:hidden.test +all", HIDDEN)),
        cannotTell(
            "where it redirects to could not be asked",
            "hidden.test",
            spf("redirect=hidden.test", HIDDEN)),
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
