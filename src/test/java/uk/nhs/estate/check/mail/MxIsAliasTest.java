package uk.nhs.estate.check.mail;

import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.foundByAlias;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.MAIL;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.mail;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Topic;

class MxIsAliasTest extends CheckTest {
  MxIsAliasTest() {
    super(new MxIsAlias());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a name with addresses of its own"),
        fails(
            "an alias",
            new Verdict.Fail(MAIL, "an alias of mx.supplier.test"),
            mail(
                foundByAlias(
                    List.of("mx.supplier.test", "mx2.supplier.test"), MAIL, "A", "192.0.2.25"),
                unasked(MAIL, "AAAA"))),
        fails(
            "an alias that leads nowhere",
            new Verdict.Fail(MAIL, "an alias of mx.supplier.test"),
            mail(unasked(MAIL, "A"), nxdomain(MAIL, "AAAA", "mx.supplier.test"))),
        passes("one family is enough to see it", mail(unasked(MAIL, "AAAA"))),
        passes(
            "a name without an address is no alias", mail(absent(MAIL, "A"), absent(MAIL, "AAAA"))),
        fails(
            "one of two, and the other is hidden",
            new Verdict.Fail(List.of(new Fault(MAIL, "an alias")), List.of("mx2.trust.nhs.uk")),
            mail(
                found(NAME, "MX", "10 " + MAIL + ".", "20 mx2.trust.nhs.uk."),
                foundByAlias(List.of("mx.supplier.test"), MAIL, "A", "192.0.2.25"))),
        cannotTell(
            "its addresses could not be asked",
            "could not ask all about " + MAIL,
            mail(unasked(MAIL, "A"), unasked(MAIL, "AAAA"))),
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
