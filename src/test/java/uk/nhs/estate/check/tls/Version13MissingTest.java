package uk.nhs.estate.check.tls;

import static uk.nhs.estate.sample.SoundSite.tls;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.Topic;

class Version13MissingTest extends CheckTest {
  Version13MissingTest() {
    super(new Version13Missing());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("TLS 1.3"),
        fails(
            "TLS 1.2",
            "it chose TLSv1.2",
            tls(new TlsFacts.Completed("TLSv1.2", "SUITE", null, List.of()))),
        doesNotApply("nobody listens", "nobody answers", tls(new TlsFacts.NobodyListens())),
        doesNotApply("clear text", "does not speak TLS", tls(new TlsFacts.NotTls("SSH-2.0"))),
        cannotTell(
            "no handshake was completed",
            "handshake_failure",
            tls(new TlsFacts.Failed(List.of("TLSv1.3"), "handshake_failure"))),
        cannotTellWithout(Topic.TLS));
  }
}
