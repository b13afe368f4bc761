package uk.nhs.estate.check.dns;

import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.dns;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Topic;

class HttpsRecordInvalidTest extends CheckTest {
  private static DnsFacts https(String... records) {
    return dns(found(NAME, "HTTPS", records));
  }

  private static Verdict.Fail of(String owner, String evidence) {
    return new Verdict.Fail(owner, evidence);
  }

  HttpsRecordInvalidTest() {
    super(new HttpsRecordInvalid());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("no HTTPS record"),
        passes("a service", https("1 . alpn=h2,h3 ipv4hint=192.0.2.80")),
        passes("two services", https("1 . alpn=h3", "2 . alpn=h2 no-default-alpn port=8443")),
        passes("an alias", https("0 web.example.net.")),
        passes("an alias that says that there is nothing", https("0 .")),
        passes(
            "mandatory keys that are there",
            https("1 . mandatory=alpn,ipv4hint alpn=h2 ipv4hint=192.0.2.80")),
        fails("an alias of itself", of(NAME, "an alias of itself"), https("0 Trust.nhs.uk.")),
        fails(
            "an alias with parameters",
            of(NAME, "an alias with parameters"),
            https("0 web.example.net. alpn=h2")),
        fails("two aliases", of(NAME, "2 aliases"), https("0 a.example.net.", "0 b.example.net.")),
        fails(
            "an alias beside a service",
            of(NAME, "an alias beside other records"),
            https("0 a.example.net.", "1 . alpn=h2")),
        fails(
            "a mandatory key that is not there",
            of(NAME, "mandatory names ech"),
            https("1 . mandatory=ech alpn=h2")),
        fails(
            "mandatory names itself",
            of(NAME, "mandatory names mandatory"),
            https("1 . mandatory=mandatory,alpn alpn=h2")),
        fails(
            "a key is mandatory twice",
            of(NAME, "mandatory names alpn twice"),
            https("1 . mandatory=alpn,alpn alpn=h2")),
        fails("a key given twice", of(NAME, "port given twice"), https("1 . port=1 port=2")),
        fails(
            "no protocol is left",
            of(NAME, "no-default-alpn without alpn"),
            https("1 . no-default-alpn")),
        fails(
            "www is judged for itself, and what is hidden stays as it was",
            new Verdict.Fail(
                List.of(new Fault("www." + NAME, "an alias of itself")), List.of(NAME)),
            dns(unasked(NAME, "HTTPS"), found("www." + NAME, "HTTPS", "0 www.trust.nhs.uk."))),
        doesNotApply("a name that does not exist", "not exist", dns(nxdomain(NAME, "SOA"))),
        cannotTell("it could not be asked", NAME, dns(unasked(NAME, "HTTPS"))),
        cannotTellWithout(Topic.DNS));
  }
}
