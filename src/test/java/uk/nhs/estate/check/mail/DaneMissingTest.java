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

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Security;
import uk.nhs.estate.observation.Topic;

class DaneMissingTest extends CheckTest {
  private static final String TLSA = "_25._tcp." + MAIL;
  private static final String DIGEST = "00".repeat(32);
  private static final Security INSECURE = new Security.Insecure("nhs.uk denies a DS record");

  DaneMissingTest() {
    super(new DaneMissing());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("TLSA records", signed()),
        fails(
            "none",
            new Verdict.Fail(MAIL, "no TLSA record at " + TLSA),
            signed(secure(nxdomain(TLSA, "TLSA")))),
        fails(
            "one of two servers has none, of a third it could not be asked",
            new Verdict.Fail(List.of(new Fault("b.test", "no TLSA record")), List.of("c.test")),
            mail(
                secure(found(NAME, "MX", "10 " + MAIL + ".", "20 b.test.", "30 c.test.")),
                secure(found("b.test", "A", "192.0.2.1")),
                secure(absent("b.test", "AAAA")),
                secure(nxdomain("_25._tcp.b.test", "TLSA")))),
        doesNotApply(
            "the domain is not signed",
            "its MX record is not secure",
            mail(with(found(NAME, "MX", "10 " + MAIL + "."), INSECURE))),
        doesNotApply(
            "the zone of the mail server is not signed",
            "not signed",
            signed(
                with(nxdomain(TLSA, "TLSA"), INSECURE),
                with(found(MAIL, "A", "192.0.2.25"), INSECURE))),
        doesNotApply(
            "TLSA records that are not signed",
            "not signed",
            signed(with(found(TLSA, "TLSA", "3 1 1 " + DIGEST), INSECURE))),
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
            "it could not be asked", MAIL + ": no name server", signed(unasked(TLSA, "TLSA"))),
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

  private static MailFacts signed(Lookup... spoilt) {
    return mail(
        Stream.concat(Stream.of(secure(found(NAME, "MX", "10 " + MAIL + "."))), Stream.of(spoilt))
            .toArray(Lookup[]::new));
  }
}
