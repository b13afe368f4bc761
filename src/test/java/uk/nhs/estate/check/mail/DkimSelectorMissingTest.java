package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.mail.DkimCheckTest.BELOW;
import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.SELECTOR;
import static uk.nhs.estate.sample.SoundDomain.mail;
import static uk.nhs.estate.sample.SoundDomain.withSelectors;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Topic;

class DkimSelectorMissingTest extends CheckTest {
  private static final String OWN = SELECTOR + "." + BELOW;

  DkimSelectorMissingTest() {
    super(new DkimSelectorMissing());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a key at the registered selector; a guessed one has none"),
        passes("a revoked key is there", mail(found(OWN, "TXT", "\"p=\""))),
        passes("a guess could not be asked", mail(unasked("selector1." + BELOW, "TXT"))),
        fails(
            "the name does not exist",
            fault("the name does not exist"),
            mail(nxdomain(OWN, "TXT"))),
        fails("it has no TXT record", fault("no such record"), mail(absent(OWN, "TXT"))),
        fails(
            "an alias that leads nowhere",
            fault("the name does not exist (kept at gone.supplier.test)"),
            mail(nxdomain(OWN, "TXT", "gone.supplier.test."))),
        fails("another text", fault("is no key"), mail(found(OWN, "TXT", "\"hello\""))),
        fails("other texts", fault("are no keys"), mail(found(OWN, "TXT", "\"a\"", "\"b\""))),
        fails(
            "only a wildcard answers",
            fault("a wildcard answers for it: \"p=\""),
            mail(found(OWN, "TXT", "\"p=\""), found("*." + BELOW, "TXT", "\"p=\""))),
        fails(
            "one is gone, and one could not be asked",
            new Verdict.Fail(List.of(new Fault(SELECTOR, "does not exist")), List.of("newer")),
            withSelectors(mail(nxdomain(OWN, "TXT")), SELECTOR, "newer")),
        doesNotApply("no selector is registered", "no selector", withSelectors(mail())),
        doesNotApply(
            "a domain without mail",
            "no MX record",
            mail(absent(NAME, "MX"), found(NAME, "TXT", "\"v=spf1 -all\""), nxdomain(OWN, "TXT"))),
        cannotTell("it could not be asked", "could not ask for " + OWN, mail(unasked(OWN, "TXT"))),
        cannotTell(
            "whether there is mail is not known",
            "in time",
            mail(nxdomain(OWN, "TXT"), unasked(NAME, "MX"))),
        cannotTellWithout(Topic.MAIL));
  }

  private static Verdict.Fail fault(String evidence) {
    return new Verdict.Fail(SELECTOR, evidence);
  }
}
