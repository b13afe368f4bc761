package uk.nhs.estate.check.tls;

import static uk.nhs.estate.sample.SoundSite.tls;
import static uk.nhs.estate.sample.SpoiltCertificate.site;

import java.util.stream.Stream;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.observation.Trial;
import uk.nhs.estate.sample.SoundTls;

class DefaultCertificateDiffersTest extends ChainCheckTest {
  DefaultCertificateDiffersTest() {
    super(new DefaultCertificateDiffers());
  }

  @Override
  Stream<Example> own() {
    return Stream.of(
        fails(
            "another one",
            "in TLS 1.2, “CN=other.test”",
            showsToNobody(site("other.test").signed())),
        passes(
            "the same one",
            SoundTls.facts(its -> SoundTls.chains(its, its.chains().getFirst(), nameless(its)))),
        doesNotApply(
            "nothing without a name",
            "answers nobody",
            SoundTls.facts(
                its ->
                    SoundTls.behaviour(
                        its,
                        TlsPosture.Behaviour.NO_SERVER_NAME,
                        new Trial.TurnedDown("unrecognized_name")))),
        cannotTell(
            "the answer without a name was hidden",
            "no answer in time",
            SoundTls.facts(
                its ->
                    SoundTls.behaviour(
                        its, TlsPosture.Behaviour.NO_SERVER_NAME, SoundTls.hidden()))),
        cannotTell("nobody asked", "nobody asked", old(tls())));
  }

  private static TlsPosture.Shown nameless(TlsPosture its) {
    return new TlsPosture.Shown(
        null, TlsPosture.TLS_1_2, 0xc02c, 0x0403, its.chains().getFirst().chain(), null, null);
  }
}
