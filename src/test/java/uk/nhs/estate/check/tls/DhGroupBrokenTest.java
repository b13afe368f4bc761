package uk.nhs.estate.check.tls;

import static uk.nhs.estate.observation.TlsPosture.TLS_1_2;
import static uk.nhs.estate.sample.SoundTls.facts;
import static uk.nhs.estate.sample.SoundTls.keys;
import static uk.nhs.estate.sample.SoundTls.suites;

import java.math.BigInteger;
import java.util.stream.Stream;
import uk.nhs.estate.observation.TlsPosture.Order;

class DhGroupBrokenTest extends OfferCheckTest {
  DhGroupBrokenTest() {
    super(new DhGroupBroken());
  }

  @Override
  Stream<Example> offers() {
    return Stream.of(
        passes("a prime that everybody knows", facts(its -> keys(its, prime(FFDHE_2048)))),
        fails(
            "an even number",
            "is no prime",
            facts(its -> keys(its, sent(OAKLEY_2.add(BigInteger.ONE), BigInteger.TWO)))),
        fails(
            "a product",
            "is no prime",
            facts(
                its -> keys(its, sent(OAKLEY_2.multiply(BigInteger.valueOf(3)), BigInteger.TWO)))),
        fails(
            "a generator of 1",
            "a generator that leads nowhere",
            facts(its -> keys(its, sent(FFDHE_2048, BigInteger.ONE)))),
        fails(
            "a generator of p - 1",
            "a generator that leads nowhere",
            facts(its -> keys(its, sent(FFDHE_2048, FFDHE_2048.subtract(BigInteger.ONE))))),
        passes(
            "a number too long to try",
            facts(
                its ->
                    keys(
                        its,
                        sent(
                            BigInteger.ONE.shiftLeft(16_384).add(BigInteger.ONE),
                            BigInteger.TWO)))),
        passes("no such suite is offered", facts(its -> keys(its))),
        cannotTell(
            "its prime was not seen",
            "was not seen",
            facts(its -> keys(suites(its, TLS_1_2, Order.SERVER, 0x009f)))));
  }
}
