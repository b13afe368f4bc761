package uk.nhs.estate.check.tls;

import static uk.nhs.estate.observation.TlsPosture.SSL_2;
import static uk.nhs.estate.sample.SoundTls.facts;
import static uk.nhs.estate.sample.SoundTls.hidden;
import static uk.nhs.estate.sample.SoundTls.version;

import java.util.stream.Stream;
import uk.nhs.estate.observation.Trial.TakenUp;

class VersionSsl2OfferedTest extends OfferCheckTest {
  VersionSsl2OfferedTest() {
    super(new VersionSsl2Offered());
  }

  @Override
  Stream<Example> offers() {
    return Stream.of(
        passes("a sound server", facts(its -> its)),
        fails("it is spoken", "speaks SSL 2.0", facts(its -> version(its, SSL_2, new TakenUp("")))),
        cannotTell(
            "it could not be tried",
            "no answer in time",
            facts(its -> version(its, SSL_2, hidden()))));
  }
}
