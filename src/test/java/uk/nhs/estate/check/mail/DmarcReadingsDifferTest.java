package uk.nhs.estate.check.mail;

import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.DMARC;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.dmarc;
import static uk.nhs.estate.sample.SoundDomain.mail;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

class DmarcReadingsDifferTest extends CheckTest {
  DmarcReadingsDifferTest() {
    super(new DmarcReadingsDiffer());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("the same for both"),
        passes(
            "an own policy below a public suffix",
            mail(found("_dmarc.nhs.uk", "TXT", "\"v=DMARC1; p=reject; psd=y\""))),
        passes(
            "a domain that says that it is no public suffix",
            dmarc(
                "v=DMARC1; p=reject; psd=n",
                found("_dmarc.nhs.uk", "TXT", "\"v=DMARC1; p=none\""))),
        passes("a weaker policy for names that do not exist", dmarc("v=DMARC1; p=none; np=reject")),
        fails(
            "another organisational domain",
            "the organisational domain is nhs.uk by RFC 9989, trust.nhs.uk by RFC 7489",
            mail(found("_dmarc.nhs.uk", "TXT", "\"v=DMARC1; p=reject\""))),
        fails(
            "another policy for subdomains",
            "the policy for its subdomains is none (p at _dmarc.nhs.uk) by RFC 9989,"
                + " reject (p at _dmarc.trust.nhs.uk)",
            mail(found("_dmarc.nhs.uk", "TXT", "\"v=DMARC1; p=none\""))),
        fails(
            "a test, of which older receivers know nothing",
            "the policy for the domain is quarantine (p at _dmarc.trust.nhs.uk) by RFC 9989,"
                + " reject",
            dmarc("v=DMARC1; p=reject; t=y")),
        fails(
            "a test, whatever else could not be asked",
            "by RFC 7489",
            dmarc("v=DMARC1; p=reject; t=y", unasked("_dmarc.nhs.uk", "TXT"))),
        doesNotApply(
            "the policy of the public suffix, which has a rule of its own",
            "public suffix",
            mail(
                nxdomain(DMARC, "TXT"),
                found("_dmarc.nhs.uk", "TXT", "\"v=DMARC1; p=reject; psd=y\""))),
        doesNotApply("no record", "no valid DMARC", mail(nxdomain(DMARC, "TXT"))),
        doesNotApply(
            "a domain that does not exist",
            "not exist",
            mail(nxdomain(NAME, "TXT"), nxdomain(DMARC, "TXT"))),
        cannotTell("it could not be asked", "in time", mail(unasked(DMARC, "TXT"))),
        cannotTell(
            "a name of the walk could not be asked",
            "in time",
            mail(unasked("_dmarc.nhs.uk", "TXT"))),
        cannotTellWithout(Topic.MAIL));
  }
}
