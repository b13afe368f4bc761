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

class DaneTlsaUnusableTest extends CheckTest {
  private static final String TLSA = "_25._tcp." + MAIL;
  private static final String DIGEST = "00".repeat(32);
  private static final Security INSECURE = new Security.Insecure("nhs.uk denies a DS record");

  DaneTlsaUnusableTest() {
    super(new DaneTlsaUnusable());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("TLSA records that senders can use"),
        passes(
            "one beside others",
            mail(secure(found(TLSA, "TLSA", "1 1 1 " + DIGEST, "3 1 1 " + DIGEST)))),
        fails(
            "usage 1",
            new Verdict.Fail(MAIL, "1 1 1 0000000000000000…: usage 1 asks for an authority"),
            mail(secure(found(TLSA, "TLSA", "1 1 1 " + DIGEST)))),
        fails(
            "a digest that is cut",
            new Verdict.Fail(MAIL, "has 32 bytes, not 31"),
            mail(secure(found(TLSA, "TLSA", "3 1 1 " + "00".repeat(31))))),
        doesNotApply("no TLSA record", "none of its", mail(secure(nxdomain(TLSA, "TLSA")))),
        doesNotApply(
            "records that are not signed",
            "none of its",
            mail(with(found(TLSA, "TLSA", "1 1 1 " + DIGEST), INSECURE))),
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
