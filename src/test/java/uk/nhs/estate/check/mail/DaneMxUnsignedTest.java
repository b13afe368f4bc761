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
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Security;
import uk.nhs.estate.observation.Topic;

class DaneMxUnsignedTest extends CheckTest {
  private static final String TLSA = "_25._tcp." + MAIL;
  private static final String DIGEST = "00".repeat(32);
  private static final Security INSECURE = new Security.Insecure("nhs.uk denies a DS record");

  DaneMxUnsignedTest() {
    super(new DaneMxUnsigned());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a signed MX record", mail(secure(found(NAME, "MX", "10 " + MAIL + ".")))),
        fails(
            "an MX record that is not signed",
            NAME + " MX: not protected: nhs.uk denies a DS record",
            unsigned()),
        doesNotApply("no TLSA record", "none of its", unsigned(secure(nxdomain(TLSA, "TLSA")))),
        doesNotApply(
            "none that senders can use",
            "none of its",
            unsigned(secure(found(TLSA, "TLSA", "1 1 1 " + DIGEST)))),
        doesNotApply(
            "broken signatures, which other rules speak of",
            "broken",
            mail(
                with(
                    found(NAME, "MX", "10 " + MAIL + "."),
                    new Security.Bogus(Security.Reason.SIGNATURE_EXPIRED, "MX")))),
        cannotTell(
            "nobody validated the MX record",
            "nobody validated",
            mail(found(NAME, "MX", "10 " + MAIL + "."))),
        cannotTell(
            "the MX record could not be validated",
            "in time",
            mail(
                with(
                    found(NAME, "MX", "10 " + MAIL + "."),
                    new Security.Unchecked(new Obstacle(Obstacle.Kind.NAME_SERVERS_SILENT))))),
        cannotTell(
            "the TLSA records could not be asked", "in time", unsigned(unasked(TLSA, "TLSA"))),
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

  private static MailFacts unsigned(Lookup... spoilt) {
    return mail(
        Stream.concat(
                Stream.of(with(found(NAME, "MX", "10 " + MAIL + "."), INSECURE)), Stream.of(spoilt))
            .toArray(Lookup[]::new));
  }
}
