package uk.nhs.estate.check.mail;

import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.secure;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.Lookups.with;
import static uk.nhs.estate.sample.SoundDomain.MAIL;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.mail;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Security;
import uk.nhs.estate.observation.Topic;

class DaneTlsaInsecureTest extends CheckTest {
  private static final String TLSA = "_25._tcp." + MAIL;
  private static final String DIGEST = "00".repeat(32);
  private static final Security INSECURE = new Security.Insecure("nhs.uk denies a DS record");
  private static final Security BOGUS =
      new Security.Bogus(Security.Reason.SIGNATURE_EXPIRED, "TLSA");

  DaneTlsaInsecureTest() {
    super(new DaneTlsaInsecure());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("secure TLSA records"),
        passes("none that senders can use", mail(secure(found(TLSA, "TLSA", "1 1 1 " + DIGEST)))),
        fails(
            "records that are not signed",
            new Verdict.Fail(MAIL, TLSA + " TLSA: not protected"),
            mail(with(found(TLSA, "TLSA", "3 1 1 " + DIGEST), INSECURE))),
        fails(
            "records whose signature has expired",
            new Verdict.Fail(MAIL, TLSA + " TLSA: broken: a signature has expired"),
            mail(with(found(TLSA, "TLSA", "3 1 1 " + DIGEST), BOGUS))),
        fails(
            "a broken proof that there are none",
            new Verdict.Fail(MAIL, "broken"),
            mail(with(nxdomain(TLSA, "TLSA"), BOGUS))),
        doesNotApply("no TLSA record", "none of its", mail(secure(nxdomain(TLSA, "TLSA")))),
        doesNotApply(
            "a broken proof where senders do not ask",
            "none of its",
            mail(
                with(nxdomain(TLSA, "TLSA"), BOGUS),
                with(found(MAIL, "A", "192.0.2.25"), INSECURE))),
        cannotTell("it could not be asked", MAIL + ": no name server", mail(unasked(TLSA, "TLSA"))),
        cannotTell(
            "nobody validated it",
            "nobody validated",
            mail(found(TLSA, "TLSA", "3 1 1 " + DIGEST))),
        doesNotApply(
            "a domain that takes no mail",
            "takes no mail",
            mail(found(NAME, "MX", "0 ."), found(NAME, "TXT", "\"v=spf1 -all\""))),
        doesNotApply(
            "a domain that only sends",
            "no MX record names",
            mail(absent(NAME, "MX"), found(NAME, "TXT", "\"v=spf1 ip4:192.0.2.25 -all\""))),
        doesNotApply("a name that does not exist", "not exist", mail(nxdomain(NAME, "MX"))),
        cannotTell(
            "whether it takes mail could not be asked", "in time", mail(unasked(NAME, "MX"))),
        cannotTellWithout(Topic.MAIL));
  }
}
