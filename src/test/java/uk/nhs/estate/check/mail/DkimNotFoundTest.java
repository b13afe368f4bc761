package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.mail.DkimCheckTest.BELOW;
import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.SELECTOR;
import static uk.nhs.estate.sample.SoundDomain.mail;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

class DkimNotFoundTest extends CheckTest {
  private static final String OWN = SELECTOR + "." + BELOW;

  DkimNotFoundTest() {
    super(new DkimNotFound());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a key at a registered selector"),
        passes(
            "a key at a guessed selector",
            mail(nxdomain(OWN, "TXT"), found("selector1." + BELOW, "TXT", "\"p=AAAA\""))),
        passes(
            "a key, although another selector could not be asked",
            mail(unasked("selector1." + BELOW, "TXT"))),
        passes("a key that cannot be read is one", mail(found(OWN, "TXT", "\"p=????\""))),
        fails(
            "no selector that was tried has a key",
            "_domainkey.trust.nhs.uk exists, so something may be below it; selectors tried:"
                + " trust2026, selector1",
            mail(nxdomain(OWN, "TXT"))),
        fails(
            "there is no _domainkey at all",
            "_domainkey.trust.nhs.uk does not exist, so there is nothing below it",
            mail(nxdomain(BELOW, "TXT"), nxdomain(OWN, "TXT"))),
        fails("a text that is no key", "tried", mail(found(OWN, "TXT", "\"v=spf1 -all\""))),
        fails(
            "only revoked keys",
            "every key that was found is revoked",
            mail(found(OWN, "TXT", "\"v=DKIM1; p=\""))),
        doesNotApply(
            "a domain without mail",
            "no MX record",
            mail(absent(NAME, "MX"), found(NAME, "TXT", "\"v=spf1 -all\""), nxdomain(OWN, "TXT"))),
        doesNotApply(
            "a domain that takes mail and sends none",
            "SPF lets nobody send",
            mail(found(NAME, "TXT", "\"v=spf1 -all\""), nxdomain(OWN, "TXT"))),
        cannotTell(
            "a selector could not be asked",
            "in time",
            mail(nxdomain(OWN, "TXT"), unasked("selector1." + BELOW, "TXT"))),
        cannotTell(
            "_domainkey could not be asked",
            "in time",
            mail(nxdomain(OWN, "TXT"), unasked(BELOW, "TXT"))),
        cannotTell(
            "whether there is mail is not known",
            "in time",
            mail(nxdomain(OWN, "TXT"), unasked(NAME, "MX"))),
        cannotTellWithout(Topic.MAIL));
  }
}
