package uk.nhs.estate.check.mail;

import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
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

class MxReverseMissingTest extends CheckTest {
  MxReverseMissingTest() {
    super(new MxReverseMissing());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("names that lead back"),
        passes(
            "another name of the server that leads back",
            mail(
                found(PTR, "PTR", "gateway.trust.nhs.uk."),
                found("gateway.trust.nhs.uk", "A", "192.0.2.25"))),
        passes(
            "an internal address, which has no public name",
            mail(found(MAIL, "A", "10.0.0.25"), absent(MAIL, "AAAA"))),
        fails(
            "no name",
            new Verdict.Fail(MAIL, "192.0.2.25 has no name"),
            mail(nxdomain(PTR, "PTR"))),
        fails(
            "a name with another address",
            new Verdict.Fail(MAIL, "192.0.2.25 is called host.isp.test, which does not"),
            mail(found(PTR, "PTR", "host.isp.test."), found("host.isp.test", "A", "192.0.2.26"))),
        fails(
            "a name that does not exist",
            new Verdict.Fail(MAIL, "192.0.2.25 is called host.isp.test, which does not"),
            mail(found(PTR, "PTR", "host.isp.test."), nxdomain("host.isp.test", "A"))),
        doesNotApply(
            "a supplier's server",
            "named in the domain",
            mail(
                found(NAME, "MX", "10 mx.supplier.test."),
                found("mx.supplier.test", "A", "192.0.2.25"))),
        cannotTell(
            "the name could not be asked",
            "could not ask all about " + MAIL,
            mail(unasked(PTR, "PTR"))),
        cannotTell(
            "whether the name leads back could not be asked",
            "could not ask all about " + MAIL,
            mail(found(PTR, "PTR", "host.isp.test."), unasked("host.isp.test", "A"))),
        cannotTell(
            "the addresses could not be asked",
            "could not ask all about " + MAIL,
            mail(unasked(MAIL, "A"), absent(MAIL, "AAAA"))),
        cannotTell(
            "the fifth server of its own, which nobody asks about",
            "mx5.trust.nhs.uk",
            mail(
                Stream.concat(
                        Stream.of(
                            found(
                                NAME,
                                "MX",
                                IntStream.rangeClosed(1, 5)
                                    .mapToObj(at -> at + " mx" + at + ".trust.nhs.uk.")
                                    .toArray(String[]::new))),
                        IntStream.rangeClosed(1, 5)
                            .mapToObj(at -> "mx" + at + ".trust.nhs.uk")
                            .flatMap(
                                host ->
                                    Stream.of(
                                        found(PTR, "PTR", "mail.trust.nhs.uk."),
                                        found(host, "A", "192.0.2.25"),
                                        absent(host, "AAAA"))))
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

  private static final String PTR = "25.2.0.192.in-addr.arpa";
}
