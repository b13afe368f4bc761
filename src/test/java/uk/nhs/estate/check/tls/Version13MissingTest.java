package uk.nhs.estate.check.tls;

import static uk.nhs.estate.observation.TlsPosture.TLS_1_3;
import static uk.nhs.estate.sample.SoundSite.tls;
import static uk.nhs.estate.sample.SoundTls.facts;
import static uk.nhs.estate.sample.SoundTls.hidden;
import static uk.nhs.estate.sample.SoundTls.version;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.observation.Trial.TurnedDown;
import uk.nhs.estate.sample.SoundSite;
import uk.nhs.estate.sample.SoundTls;

class Version13MissingTest extends CheckTest {
  Version13MissingTest() {
    super(new Version13Missing());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("TLS 1.3", facts(its -> its)),
        fails(
            "it is turned down",
            "192.0.2.80:443: it does not take up an offer of TLS 1.3: protocol_version",
            facts(its -> version(its, TLS_1_3, new TurnedDown("protocol_version")))),
        cannotTell(
            "it could not be tried",
            "no answer in time",
            facts(its -> version(its, TLS_1_3, hidden()))),
        passes("a browser got it, before offers were looked at", kept("TLSv1.3")),
        fails(
            "a browser got TLS 1.2, before offers were looked at",
            "it chose TLSv1.2",
            kept("TLSv1.2")),
        doesNotApply("nobody listens", "nobody answers", tls(new TlsFacts.NobodyListens())),
        doesNotApply("clear text", "does not speak TLS", tls(new TlsFacts.NotTls("SSH-2.0"))),
        cannotTell(
            "no handshake was completed",
            "handshake_failure",
            tls(new TlsFacts.Failed(List.of("TLSv1.3"), "handshake_failure"))),
        cannotTellWithout(Topic.TLS));
  }

  private static TlsFacts kept(String version) {
    return new TlsFacts(
        SoundSite.SEEN,
        SoundTls.IPV4,
        SoundSite.HOST,
        new TlsFacts.Completed(version, "SUITE", null, List.of()));
  }
}
