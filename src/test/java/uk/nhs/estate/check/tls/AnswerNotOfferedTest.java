package uk.nhs.estate.check.tls;

import static uk.nhs.estate.sample.SoundTls.facts;
import static uk.nhs.estate.sample.SoundTls.oddities;

import java.util.stream.Stream;
import uk.nhs.estate.observation.TlsPosture.Oddity;

class AnswerNotOfferedTest extends OfferCheckTest {
  AnswerNotOfferedTest() {
    super(new AnswerNotOffered());
  }

  @Override
  Stream<Example> offers() {
    return Stream.of(
        passes("a sound server", facts(its -> its)),
        fails(
            "a suite that was not offered",
            "offered TLS_RSA_WITH_AES_128_CBC_SHA, answered TLS_RSA_WITH_RC4_128_SHA",
            facts(
                its ->
                    oddities(
                        its,
                        new Oddity(
                            Oddity.Kind.SUITE,
                            "TLS_RSA_WITH_AES_128_CBC_SHA",
                            "TLS_RSA_WITH_RC4_128_SHA")))),
        fails(
            "a version above the offer",
            "offered TLS 1.1, answered TLS 1.2",
            facts(its -> oddities(its, new Oddity(Oddity.Kind.VERSION, "TLS 1.1", "TLS 1.2")))));
  }
}
