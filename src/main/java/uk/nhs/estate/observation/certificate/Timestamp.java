package uk.nhs.estate.observation.certificate;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.register.KnownLogs;

/// A log's promise to publish a certificate: a signed certificate timestamp (RFC 6962 §3.2).
///
/// @param version 0 for the only one that there is; of others nothing else is read
/// @param log the identifier of the log
/// @param signature the algorithms, as TLS 1.2 numbers them, and then the signature itself
public record Timestamp(
    int version,
    Octets log,
    Instant at,
    Octets extensions,
    int digest,
    int algorithm,
    Octets signature) {

  /// No certificate in use has more than ten.
  private static final int MOST = 100;

  private static final int VERSION_1 = 0;
  private static final int SHA_256 = 4;
  private static final Map<Integer, String> ALGORITHMS =
      Map.of(1, "SHA256withRSA", 3, "SHA256withECDSA");

  /// What came of verifying one.
  public sealed interface Outcome {}

  /// The log signed it.
  public record Verified(KnownLogs.Entry log) implements Outcome {}

  /// Nobody here can tell, which is nobody's fault.
  ///
  /// @param why such as that the log is not in the list
  public record NotVerified(String why) implements Outcome {}

  /// The log that it names did not sign it.
  public record Wrong(KnownLogs.Entry log) implements Outcome {}

  /// Reads a SignedCertificateTimestampList (RFC 6962 §3.3); nothing if it is none.
  public static Optional<List<Timestamp>> readList(Octets octets) {
    try {
      var list = part(ByteBuffer.wrap(octets.bytes()), true);
      var timestamps = new ArrayList<Timestamp>();
      while (list.hasRemaining() && timestamps.size() < MOST) {
        timestamps.add(read(part(list, false)));
      }
      return Optional.of(List.copyOf(timestamps));
    } catch (BufferUnderflowException | MalformedException _) {
      return Optional.empty();
    }
  }

  private static Timestamp read(ByteBuffer one) throws MalformedException {
    int version = one.get() & 0xff;
    if (version != VERSION_1) {
      return new Timestamp(version, Octets.NONE, Instant.EPOCH, Octets.NONE, 0, 0, Octets.NONE);
    }
    var log = rest(slice(one, 32));
    long millis = one.getLong();
    var extensions = rest(part(one, false));
    int digest = one.get() & 0xff;
    int algorithm = one.get() & 0xff;
    var signature = rest(part(one, true));
    return new Timestamp(
        version, log, Instant.ofEpochMilli(millis), extensions, digest, algorithm, signature);
  }

  /// What has its length in front, in two octets.
  private static ByteBuffer part(ByteBuffer from, boolean isAll) throws MalformedException {
    int length = from.getShort() & 0xffff;
    var part = slice(from, length);
    if (isAll && from.hasRemaining()) {
      throw new MalformedException("something follows its end");
    }
    return part;
  }

  private static ByteBuffer slice(ByteBuffer from, int length) {
    if (from.remaining() < length) {
      throw new BufferUnderflowException();
    }
    var slice = from.slice(from.position(), length);
    from.position(from.position() + length);
    return slice;
  }

  private static Octets rest(ByteBuffer from) {
    var octets = new byte[from.remaining()];
    from.get(octets);
    return new Octets(octets);
  }

  /// Verifies one that came beside the certificate: in the TLS extension or in an OCSP response.
  public Outcome verify(Certificate certificate, KnownLogs logs) {
    return verify(entry(0, null, certificate.der()), logs);
  }

  /// Verifies one out of the certificate itself: it was made for the certificate without any.
  ///
  /// @param issuer who issued it; none when its certificate is not at hand
  public Outcome verifyEmbedded(
      Certificate certificate, @Nullable Certificate issuer, KnownLogs logs) {
    if (issuer == null) {
      return new NotVerified("the certificate of its issuer is not at hand");
    }
    try {
      return verify(
          entry(1, issuer.key().info().digest("SHA-256"), withoutTimestamps(certificate.signed())),
          logs);
    } catch (MalformedException e) {
      throw new IllegalStateException("a certificate that was read can be read", e);
    }
  }

  private Outcome verify(byte[] entry, KnownLogs logs) {
    if (version != VERSION_1) {
      return new NotVerified("its version is not known");
    }
    var known = logs.find(log.bytes());
    if (known.isEmpty()) {
      return new NotVerified("its log is not in our list (" + shortId() + ")");
    }
    var name = ALGORITHMS.get(algorithm);
    if (digest != SHA_256 || name == null) {
      return new NotVerified("it is signed in a way that is not known");
    }
    return switch (signed(name, entry, known.get())) {
      case GOOD -> new Verified(known.get());
      case BAD -> new Wrong(known.get());
      case UNKNOWN -> new NotVerified("the key of its log cannot be used");
    };
  }

  private Signatures.Outcome signed(String name, byte[] entry, KnownLogs.Entry known) {
    try {
      var key = CertifiedKey.read(Der.of(known.keyOctets()));
      return Signatures.verify(
          new SignatureAlgorithm(name, "SHA-256", 0), key, new Octets(entry), signature);
    } catch (MalformedException _) {
      return Signatures.Outcome.UNKNOWN;
    }
  }

  private String shortId() {
    return HexFormat.of().formatHex(log.bytes(), 0, 8) + "…";
  }

  /// What a log signs (RFC 6962 §3.2).
  ///
  /// @param type 0 for a certificate, 1 for one to come
  private byte[] entry(int type, @Nullable Octets issuer, Octets certificate) {
    int size = 64 + certificate.size() + extensions.size();
    var entry = ByteBuffer.allocate(size);
    entry.put((byte) VERSION_1).put((byte) 0).putLong(at.toEpochMilli()).putShort((short) type);
    if (issuer != null) {
      entry.put(issuer.bytes());
    }
    entry.put((byte) (certificate.size() >> 16)).putShort((short) certificate.size());
    entry.put(certificate.bytes()).putShort((short) extensions.size()).put(extensions.bytes());
    return rest(entry.flip()).bytes();
  }

  /// A TBSCertificate as it was before the timestamps were put into it.
  private static Octets withoutTimestamps(Octets signed) throws MalformedException {
    var kept = new ArrayList<byte[]>();
    for (var part : Der.of(signed).sequence()) {
      if (part.mark() != 3) {
        kept.add(part.whole().bytes());
        continue;
      }
      var extensions = new ArrayList<byte[]>();
      for (var extension : part.only().sequence()) {
        if (!Extension.read(extension).id().equals(Extension.SCTS)) {
          extensions.add(extension.whole().bytes());
        }
      }
      kept.add(Der.encode(part.tag(), Der.encode(Der.SEQUENCE, extensions.toArray(byte[][]::new))));
    }
    return new Octets(Der.encode(Der.SEQUENCE, kept.toArray(byte[][]::new)));
  }
}
