package uk.nhs.estate.probe.tls;

import static uk.nhs.estate.observation.TlsPosture.TLS_1_3;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.probe.tls.Agreed.ServerIdentity;
import uk.nhs.estate.probe.tls.Message.Handshake;

/// Carries a handshake of TLS 1.3 on from the ServerHello to its end (RFC 8446 §2).
final class Handshake13 {
  private static final int OCSP = 1;

  private final Transcript transcript;
  private final SecureChannel channel;
  private final SpokenSuite suite;
  private final Digest digest;
  private final List<Part> chain = new ArrayList<>();
  private @Nullable String alpn;
  private @Nullable Part ocsp;
  private @Nullable Part scts;
  private byte @Nullable [] request;

  Handshake13(Transcript transcript, SpokenSuite suite) {
    this.transcript = transcript;
    this.channel = transcript.channel();
    this.suite = suite;
    this.digest = suite.digest(TLS_1_3);
  }

  /// @param half our share in the group that the server chose
  /// @param changed whether a ChangeCipherSpec was sent before the second hello (RFC 8446 §D.4)
  Secured run(Terms terms, ServerHello hello, KeyHalf half, boolean changed)
      throws IOException, GeneralSecurityException {
    var shared = resumed(terms, hello);
    var early =
        shared == null ? KeySchedule.early(digest) : KeySchedule.early(digest, shared.key());
    var handshake = early.next(agreed(half, hello));
    var ours = handshake.derive("c hs traffic", transcript.messages());
    var theirs = handshake.derive("s hs traffic", transcript.messages());
    channel.reading(Protection.of(suite, theirs));
    alpn = protocol(transcript.hear13(Handshake.ENCRYPTED_EXTENSIONS));
    var identity = shared == null ? identity() : ServerIdentity.NONE;
    finished(theirs);
    var master = handshake.master();
    var oursThen = master.derive("c ap traffic", transcript.messages());
    var theirsThen = master.derive("s ap traffic", transcript.messages());
    if (!changed) {
      transcript.sayChangeCipherSpec();
    }
    channel.writing(Protection.of(suite, ours));
    if (request != null) {
      transcript.say(
          Handshake.CERTIFICATE,
          new OctetWriter().vector8(request).vector24(new byte[0]).written());
    }
    transcript.say(Handshake.FINISHED, KeySchedule.finished(digest, ours, transcript.messages()));
    channel.flush();
    channel.reading(Protection.of(suite, theirsThen));
    channel.writing(Protection.of(suite, oursThen));
    var agreed =
        new Agreed(
            terms.serverName(),
            hello,
            TLS_1_3,
            suite,
            hello.group(),
            alpn,
            identity,
            request != null,
            shared != null);
    return new Secured(
        agreed,
        channel,
        new Secured.Keys13(master.derive("res master", transcript.messages()), theirsThen));
  }

  private static PastSession.@Nullable Shared resumed(Terms terms, ServerHello hello)
      throws Malformed {
    if (!hello.has(Extension.PRE_SHARED_KEY)) {
      return null;
    }
    if (terms.resume() instanceof PastSession.Shared shared) {
      return shared;
    }
    throw new Malformed("it resumes what nobody asked it to");
  }

  private static byte[] agreed(KeyHalf half, ServerHello hello)
      throws Malformed, GeneralSecurityException {
    var key = hello.key();
    if (key == null || key.length != half.expected()) {
      throw new Malformed("a key of another length than those of its group");
    }
    return half.agree(key);
  }

  private static @Nullable String protocol(Handshake encryptedExtensions) throws Malformed {
    var in = new OctetReader(encryptedExtensions.body());
    var extensions = Extension.read(in.in16());
    in.end("EncryptedExtensions");
    var chosen = find(extensions, Extension.ALPN);
    if (chosen.isEmpty()) {
      return null;
    }
    var names = new OctetReader(chosen.get().content()).in16();
    return new String(names.vector8(), StandardCharsets.ISO_8859_1);
  }

  private static Optional<Extension> find(List<Extension> extensions, int type) {
    return extensions.stream().filter(its -> its.type() == type).findFirst();
  }

  private ServerIdentity identity() throws IOException {
    var next = transcript.hear13(Handshake.CERTIFICATE_REQUEST, Handshake.CERTIFICATE);
    if (next.type() == Handshake.CERTIFICATE_REQUEST) {
      request = new OctetReader(next.body()).vector8();
      next = transcript.hear13(Handshake.CERTIFICATE);
    }
    certificates(new OctetReader(next.body()));
    var before = transcript.messages();
    var verify = new OctetReader(transcript.hear13(Handshake.CERTIFICATE_VERIFY).body());
    int scheme = verify.u16();
    var signature = verify.vector16();
    verify.end("CertificateVerify");
    var proof =
        LeafKey.of(chain)
            .map(key -> Proof.of(key, scheme, signed(before), signature))
            .orElse(Proof.UNKNOWN);
    return new ServerIdentity(chain, ocsp, scts, scheme, proof);
  }

  /// RFC 8446 §4.4.2; of the extensions, those of the leaf count.
  private void certificates(OctetReader in) throws Malformed {
    in.vector8();
    var list = in.in24();
    in.end("Certificate");
    while (!list.isAtEnd()) {
      chain.add(new Part(list.vector24()));
      var extensions = Extension.read(list.in16());
      if (chain.size() == 1) {
        var staple = find(extensions, Extension.STATUS_REQUEST);
        ocsp = staple.isPresent() ? status(staple.get()) : null;
        scts = find(extensions, Extension.SCTS).map(its -> new Part(its.content())).orElse(null);
      }
    }
  }

  private static @Nullable Part status(Extension staple) throws Malformed {
    var in = new OctetReader(staple.content());
    return in.u8() == OCSP ? new Part(in.vector24()) : null;
  }

  /// What CertificateVerify signs (RFC 8446 §4.4.3).
  private byte[] signed(byte[] messages) {
    return Octets.join(
        Octets.ascii(" ".repeat(64) + "TLS 1.3, server CertificateVerify\0"), digest.of(messages));
  }

  private void finished(byte[] theirs) throws IOException {
    var wanted = KeySchedule.finished(digest, theirs, transcript.messages());
    if (!MessageDigest.isEqual(wanted, transcript.hear13(Handshake.FINISHED).body())) {
      throw new Malformed("a Finished that does not fit what was said");
    }
  }
}
