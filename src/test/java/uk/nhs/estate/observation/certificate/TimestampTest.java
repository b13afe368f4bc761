package uk.nhs.estate.observation.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.observation.certificate.Draft.NOW;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.DEROctetString;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.observation.certificate.Draft.Made;
import uk.nhs.estate.register.KnownLogs;

class TimestampTest {
  private static final Made ISSUING = Draft.root("Issuing").made();
  private static final KeyPair LOG = Draft.keys("EC", 256);
  private static final KeyPair STRANGE_LOG = Draft.keys("EC", 256);
  private static final KnownLogs.Entry KNOWN =
      new KnownLogs.Entry(
          "A log",
          "Somebody",
          KnownLogs.State.USABLE,
          Base64.getEncoder().encodeToString(LOG.getPublic().getEncoded()));
  private static final KnownLogs LOGS = KnownLogs.of(List.of(KNOWN));

  @Test
  void verifiesOneBesideTheCertificate() {
    var site = ISSUING.site().certificate();
    var timestamp = only(list(timestamp(LOG, entry(0, site.der().bytes()))));

    assertThat(timestamp.at()).isEqualTo(NOW);
    assertThat(timestamp.verify(site, LOGS)).isEqualTo(new Timestamp.Verified(KNOWN));
    assertThat(timestamp.verify(ISSUING.site().certificate(), LOGS))
        .isEqualTo(new Timestamp.Wrong(KNOWN));
  }

  /// RFC 6962 §3.2: the log signs the certificate as it was before, with the key of who issues it.
  @Test
  void verifiesOneInTheCertificate() {
    var draft = ISSUING.site();
    var before = draft.certificate();
    var issuer = ISSUING.certificate().key().info().digest("SHA-256").bytes();
    var entry = entry(1, issuer, before.signed().bytes());
    draft.with(Extension.SCTS, false, new DEROctetString(list(timestamp(LOG, entry)).bytes()));
    var site = draft.certificate();

    var timestamp = only(site.scts().orElseThrow());

    assertThat(timestamp.verifyEmbedded(site, ISSUING.certificate(), LOGS))
        .isEqualTo(new Timestamp.Verified(KNOWN));
    assertThat(timestamp.verifyEmbedded(site, Draft.root("Issuing").certificate(), LOGS))
        .isEqualTo(new Timestamp.Wrong(KNOWN));
    assertThat(timestamp.verifyEmbedded(site, null, LOGS))
        .isInstanceOf(Timestamp.NotVerified.class);
  }

  @Test
  void aLogThatIsNotKnownIsNobodysFault() {
    var site = ISSUING.site().certificate();
    var timestamp = only(list(timestamp(STRANGE_LOG, entry(0, site.der().bytes()))));

    assertThat(timestamp.verify(site, LOGS))
        .isInstanceOfSatisfying(
            Timestamp.NotVerified.class,
            its -> assertThat(its.why()).startsWith("its log is not in our list"));
  }

  @Test
  void aVersionThatIsNotKnownIsNotRead() {
    var timestamp = only(list(new byte[] {1, 2, 3}));

    assertThat(timestamp.version()).isEqualTo(1);
    assertThat(timestamp.verify(ISSUING.certificate(), LOGS))
        .isEqualTo(new Timestamp.NotVerified("its version is not known"));
  }

  @Test
  void tellsWhatIsNoList() {
    var good = list(timestamp(LOG, new byte[] {1})).bytes();

    assertThat(Timestamp.readList(new Octets(good))).isPresent();
    assertThat(Timestamp.readList(Octets.NONE)).isEmpty();
    for (int size = 0; size < good.length; size++) {
      assertThat(Timestamp.readList(new Octets(Arrays.copyOf(good, size)))).isEmpty();
    }
    assertThat(Timestamp.readList(new Octets(Arrays.copyOf(good, good.length + 1)))).isEmpty();
  }

  private static Timestamp only(Octets list) {
    var timestamps = Timestamp.readList(list).orElseThrow();
    assertThat(timestamps).hasSize(1);
    return timestamps.getFirst();
  }

  private static byte[] entry(int type, byte[]... parts) {
    var entry = ByteBuffer.allocate(10_000);
    entry.put((byte) 0).put((byte) 0).putLong(NOW.toEpochMilli()).putShort((short) type);
    for (int at = 0; at < parts.length - 1; at++) {
      entry.put(parts[at]);
    }
    var last = parts[parts.length - 1];
    entry.put((byte) 0).putShort((short) last.length).put(last).putShort((short) 0);
    return Arrays.copyOf(entry.array(), entry.position());
  }

  private static byte[] timestamp(KeyPair log, byte[] entry) {
    try {
      var signer = Signature.getInstance("SHA256withECDSA");
      signer.initSign(log.getPrivate());
      signer.update(entry);
      var signature = signer.sign();
      var id = new Octets(log.getPublic().getEncoded()).digest("SHA-256").bytes();
      return ByteBuffer.allocate(47 + signature.length)
          .put((byte) 0)
          .put(id)
          .putLong(NOW.toEpochMilli())
          .putShort((short) 0)
          .put((byte) 4)
          .put((byte) 3)
          .putShort((short) signature.length)
          .put(signature)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Octets list(byte[] timestamp) {
    return new Octets(
        ByteBuffer.allocate(timestamp.length + 4)
            .putShort((short) (timestamp.length + 2))
            .putShort((short) timestamp.length)
            .put(timestamp)
            .array());
  }
}
