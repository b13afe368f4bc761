package uk.nhs.estate.check.tls;

import java.math.BigInteger;
import java.util.stream.Stream;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.observation.TlsPosture.KeyShown;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.sample.SoundSite;
import uk.nhs.estate.sample.SoundTls;

/// Tests a check of what a server does with offers of TLS, and what all of them have in common.
abstract class OfferCheckTest extends CheckTest {
  /// Cut a list short.
  static final Obstacle CUT_OFF = new Obstacle(Obstacle.Kind.CONNECTION_RESET);

  /// The prime of RFC 2409 §6.2.
  static final BigInteger OAKLEY_2 =
      new BigInteger(
          """
          FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74\
          020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B302B0A6DF25F1437\
          4FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED\
          EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE65381FFFFFFFFFFFFFFFF\
          """,
          16);

  /// The prime of RFC 7919 §A.1.
  static final BigInteger FFDHE_2048 =
      new BigInteger(
          """
          FFFFFFFFFFFFFFFFADF85458A2BB4A9AAFDC5620273D3CF1D8B9C583CE2D3695\
          A9E13641146433FBCC939DCE249B3EF97D2FE363630C75D8F681B202AEC4617A\
          D3DF1ED5D5FD65612433F51F5F066ED0856365553DED1AF3B557135E7F57C935\
          984F0C70E0E68B77E2A689DAF3EFE8721DF158A136ADE73530ACCA4F483A797A\
          BC0AB182B324FB61D108A94BB2C8E3FBB96ADAB760D7F4681D4F42A3DE394DF4\
          AE56EDE76372BB190B07A7C8EE0A6D709E02FCE1CDF7E2ECC03404CD28342F61\
          9172FE9CE98583FF8E4F1232EEF28183C3FE3B1B4C6FAD733BB5FCBC2EC22005\
          C58EF1837D1683B2C6F34A26C1B2EFFA886B423861285C97FFFFFFFFFFFFFFFF\
          """,
          16);

  private final Check.OfTls check;

  OfferCheckTest(Check.OfTls check) {
    super(check);
    this.check = check;
  }

  /// What is particular to the check: a pass beside the sound sample, a fail, an unknown.
  abstract Stream<Example> offers();

  @Override
  protected Stream<Example> examples() {
    return Stream.concat(offers(), common());
  }

  private Stream<Example> common() {
    return Stream.of(
        doesNotApply(
            "nobody listens", "nobody answers", SoundSite.tls(new TlsFacts.NobodyListens())),
        cannotTell(
            "of what was kept before offers were looked at",
            "no more than one handshake",
            new TlsFacts(SoundSite.SEEN, SoundTls.IPV4, SoundSite.HOST, SoundSite.tls().outcome())),
        cannotTellWithout(Topic.TLS));
  }

  /// A prime that was sent, of so many bits; it may be none.
  static KeyShown prime(int bits) {
    return prime(BigInteger.ONE.shiftLeft(bits - 1).add(BigInteger.ONE));
  }

  static KeyShown prime(BigInteger prime) {
    return sent(prime, BigInteger.TWO);
  }

  static KeyShown sent(BigInteger prime, BigInteger generator) {
    return new KeyShown(TlsPosture.TLS_1_2, 0x009f, null, part(prime), part(generator), 2, 0);
  }

  static Part part(BigInteger number) {
    return new Part(number.toByteArray());
  }
}
