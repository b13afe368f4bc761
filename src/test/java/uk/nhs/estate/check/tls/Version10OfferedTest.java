package uk.nhs.estate.check.tls;

import static uk.nhs.estate.observation.TlsPosture.TLS_1_0;
import static uk.nhs.estate.sample.SoundTls.facts;
import static uk.nhs.estate.sample.SoundTls.hidden;
import static uk.nhs.estate.sample.SoundTls.version;

import java.util.stream.Stream;
import uk.nhs.estate.observation.Trial.TakenUp;

class Version10OfferedTest extends OfferCheckTest {
  Version10OfferedTest() {
    super(new Version10Offered());
  }

  @Override
  Stream<Example> offers() {
    return Stream.of(
        passes("a sound server", facts(its -> its)),
        fails(
            "it is spoken", "speaks TLS 1.0", facts(its -> version(its, TLS_1_0, new TakenUp("")))),
        cannotTell(
            "it could not be tried",
            "no answer in time",
            facts(its -> version(its, TLS_1_0, hidden()))));
  }
}
