package uk.nhs.estate.check.mail;

import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.loop;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.MAIL;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.mail;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Topic;

class MxWithoutAddressTest extends CheckTest {
  MxWithoutAddressTest() {
    super(new MxWithoutAddress());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("addresses of both families"),
        passes("an IPv4 address alone", mail(absent(MAIL, "AAAA"))),
        passes("an IPv6 address alone", mail(absent(MAIL, "A"))),
        passes("one address is enough", mail(unasked(MAIL, "AAAA"))),
        passes(
            "an internal address beside a public one",
            mail(found(MAIL, "A", "10.0.0.25", "192.0.2.25"), absent(MAIL, "AAAA"))),
        passes(
            "a server that does not exist is another rule",
            mail(nxdomain(MAIL, "A"), nxdomain(MAIL, "AAAA"))),
        fails(
            "no address",
            new Verdict.Fail(MAIL, "neither an A nor an AAAA record"),
            mail(absent(MAIL, "A"), absent(MAIL, "AAAA"))),
        fails(
            "aliases in a circle",
            new Verdict.Fail(MAIL, "neither an A nor an AAAA record"),
            mail(loop(MAIL, "A", "x.test", MAIL), loop(MAIL, "AAAA", "x.test", MAIL))),
        fails(
            "internal addresses only",
            new Verdict.Fail(
                MAIL, "10.0.0.25 is private (RFC 1918), fd00::25 is private (RFC 4193)"),
            mail(found(MAIL, "A", "10.0.0.25"), found(MAIL, "AAAA", "fd00::25"))),
        fails(
            "the domain itself without an address",
            new Verdict.Fail(NAME, "neither"),
            mail(found(NAME, "MX", "10 " + NAME + "."), absent(NAME, "A"), absent(NAME, "AAAA"))),
        cannotTell(
            "one family has none, and the other could not be asked",
            "could not ask all about " + MAIL,
            mail(absent(MAIL, "A"), unasked(MAIL, "AAAA"))),
        cannotTell(
            "the ninth server, which nobody looks at",
            "mx9.test",
            mail(
                Stream.concat(
                        Stream.of(
                            found(
                                NAME,
                                "MX",
                                IntStream.rangeClosed(1, 9)
                                    .mapToObj(at -> at + " mx" + at + ".test.")
                                    .toArray(String[]::new))),
                        IntStream.rangeClosed(1, 9)
                            .mapToObj(at -> found("mx" + at + ".test", "A", "192.0.2.25")))
                    .toArray(Lookup[]::new))),
        doesNotApply("a null MX record", "names a mail server", mail(found(NAME, "MX", "0 ."))),
        doesNotApply(
            "no MX record",
            "names a mail server",
            mail(absent(NAME, "MX"), found(NAME, "A", "192.0.2.80"))),
        doesNotApply("a name that does not exist", "not exist", mail(nxdomain(NAME, "MX"))),
        cannotTell("it could not be asked", "in time", mail(unasked(NAME, "MX"))),
        cannotTellWithout(Topic.MAIL));
  }
}
