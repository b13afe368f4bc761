package uk.nhs.estate.probe.tls;

import static uk.nhs.estate.observation.TlsPosture.TLS_1_2;

import java.io.EOFException;
import java.io.IOException;
import java.math.BigInteger;
import java.net.SocketException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.probe.tls.Agreed.ServerIdentity;
import uk.nhs.estate.probe.tls.Message.Handshake;
import uk.nhs.estate.probe.tls.Message.Other;

/// Carries a handshake of TLS 1.0 to 1.2 on from the ServerHello to its end (RFC 5246 §7.3).
final class Handshake12 {
  private static final int MASTER_SECRET = 48;
  private static final int VERIFY_DATA = 12;

  private final KeyHalves halves;
  private final Transcript transcript;
  private final SecureChannel channel;
  private final Terms terms;
  private final ClientHello said;
  private final ServerHello hello;
  private final int version;
  private final SpokenSuite suite;
  private final Digest digest;
  private List<Part> chain = List.of();
  private @Nullable Part ocsp;
  private byte @Nullable [] exchange;
  private boolean asksForCertificate;
  private @Nullable Integer group;
  private Secured.@Nullable Ticket12 ticket;

  Handshake12(
      KeyHalves halves,
      Transcript transcript,
      Terms terms,
      ClientHello said,
      ServerHello hello,
      SpokenSuite suite) {
    this.halves = halves;
    this.transcript = transcript;
    this.channel = transcript.channel();
    this.terms = terms;
    this.said = said;
    this.hello = hello;
    this.version = hello.version();
    this.suite = suite;
    this.digest = suite.digest(version);
    channel.version(version);
  }

  Secured run() throws IOException, GeneralSecurityException {
    var next = transcript.hearAnything();
    return terms.resume() instanceof PastSession.Known known && isResumed(known, next)
        ? resumed(known, next)
        : full(next);
  }

  /// It sends our id back and no certificate (RFC 5246 §7.3, RFC 5077 §3.4).
  private boolean isResumed(PastSession.Known known, Message next) {
    boolean skips =
        switch (next) {
          case Handshake handshake -> handshake.type() == Handshake.SESSION_TICKET;
          case Other(int type, _) -> type == Record.CHANGE_CIPHER_SPEC;
          case Message.Alert _ -> false;
        };
    return skips && known.id().length > 0 && Arrays.equals(known.id(), hello.sessionId());
  }

  private Secured resumed(PastSession.Known known, Message next)
      throws IOException, GeneralSecurityException {
    var keys = keys(known.master());
    changed(next, keys);
    var theirs = finished(known.master(), "server finished");
    hearFinished(theirs);
    transcript.sayChangeCipherSpec();
    channel.writing(keys.writing());
    var ours = finished(known.master(), "client finished");
    transcript.say(Handshake.FINISHED, ours);
    channel.flush();
    return secured(known.master(), ServerIdentity.NONE, true, ours);
  }

  private Secured full(Message first) throws IOException, GeneralSecurityException {
    var next = first;
    while (!isDone(next)) {
      next = transcript.hear();
    }
    var key = LeafKey.of(chain).orElse(null);
    var identity = identity(key);
    if (asksForCertificate) {
      transcript.say(Handshake.CERTIFICATE, new byte[3]); // an empty list (RFC 5246 §7.4.6)
    }
    var secret = exchanged(key);
    var master = master(secret);
    var keys = keys(master);
    transcript.sayChangeCipherSpec();
    channel.writing(keys.writing());
    var ours = finished(master, "client finished");
    transcript.say(Handshake.FINISHED, ours);
    channel.flush();
    changed(hearIfContent(), keys);
    hearFinished(finished(master, "server finished"));
    return secured(master, identity, false, ours);
  }

  /// The next message, which comes from who is content without a certificate of ours.
  private Message hearIfContent() throws IOException {
    try {
      return transcript.hearAnything();
    } catch (Alerted | EOFException | SocketException e) {
      throw asksForCertificate ? new NoCertificate(e) : e;
    }
  }

  /// Takes a message of the server's first flight.
  ///
  /// @return whether it is the last one
  private boolean isDone(Message next) throws IOException {
    if (!(next instanceof Handshake(int type, byte[] body))) {
      throw new Malformed("something else within a handshake");
    }
    switch (type) {
      case Handshake.CERTIFICATE -> chain = Flight.certificates(new OctetReader(body));
      case Handshake.CERTIFICATE_STATUS -> ocsp = Flight.status(new OctetReader(body));
      case Handshake.SERVER_KEY_EXCHANGE -> exchange = body;
      case Handshake.CERTIFICATE_REQUEST -> asksForCertificate = true;
      case Handshake.SERVER_HELLO_DONE -> {
        return true;
      }
      default -> throw new Malformed("handshake message %d before its time".formatted(type));
    }
    return false;
  }

  private ServerIdentity identity(@Nullable PublicKey key) throws IOException {
    var scts = hello.extension(Extension.SCTS).map(its -> new Part(its.content())).orElse(null);
    var sent = sent();
    if (exchange == null || sent == null) {
      // who can decipher what we send has the key (RFC 5246 §F.1.1.2)
      var proof = suite.exchange() == SpokenSuite.Exchange.RSA ? Proof.RIGHT : Proof.UNKNOWN;
      return new ServerIdentity(chain, ocsp, scts, null, proof);
    }
    var in = new OctetReader(exchange);
    var parameters = in.take(length(sent));
    Integer scheme = version == TLS_1_2 ? Integer.valueOf(in.u16()) : null;
    var signature = in.vector16();
    in.end("ServerKeyExchange");
    var signed = Octets.join(said.random(), hello.random(), parameters);
    var proof = key == null ? Proof.UNKNOWN : Proof.of(key, scheme, signed, signature);
    return new ServerIdentity(chain, ocsp, scts, scheme, proof);
  }

  private @Nullable KeyExchange sent() throws Malformed {
    if (exchange == null) {
      return null;
    }
    return switch (suite.exchange()) {
      case ECDHE -> KeyExchange.read(exchange, KeyExchange.Kind.CURVE, version == TLS_1_2);
      case DHE -> KeyExchange.read(exchange, KeyExchange.Kind.PRIME, version == TLS_1_2);
      case RSA, ANY -> throw new Malformed("a ServerKeyExchange that the suite does not have");
    };
  }

  /// How many octets of a ServerKeyExchange are signed.
  private static int length(KeyExchange sent) {
    var prime = sent.prime();
    var generator = sent.generator();
    return prime == null || generator == null
        ? 4 + sent.publicValue().size()
        : 6 + prime.size() + generator.size() + sent.publicValue().size();
  }

  /// Sends our part, and gives the premaster secret.
  private byte[] exchanged(@Nullable PublicKey key) throws IOException, GeneralSecurityException {
    var sent = sent();
    if (suite.exchange() == SpokenSuite.Exchange.RSA) {
      if (key == null) {
        throw new GeneralSecurityException("a key that this scanner cannot read");
      }
      return enciphered(key);
    }
    if (sent == null) {
      throw new Malformed("no ServerKeyExchange");
    }
    group = sent.group();
    var half = half(sent);
    if (half.expected() > 0 && half.expected() != sent.publicValue().size()) {
      throw new Malformed("a key of another length than those of its group");
    }
    var ours = half.octets();
    var body = new OctetWriter();
    transcript.say(
        Handshake.CLIENT_KEY_EXCHANGE,
        (group == null ? body.vector16(ours) : body.vector8(ours)).written());
    return half.agree(sent.publicValue().bytes());
  }

  private KeyHalf half(KeyExchange sent) throws IOException, GeneralSecurityException {
    var prime = sent.prime();
    var generator = sent.generator();
    if (prime != null && generator != null) {
      return KeyHalf.Modular.create(
          new BigInteger(1, prime.bytes()), new BigInteger(1, generator.bytes()));
    }
    var chosen = sent.group();
    if (chosen == null || !said.groups().contains(chosen)) {
      throw new Malformed("a group that was not offered");
    }
    return halves.in(chosen);
  }

  /// RFC 5246 §7.4.7.1.
  private byte[] enciphered(PublicKey key) throws GeneralSecurityException {
    var secret =
        new OctetWriter()
            .u16(said.version())
            .octets(ClientHello.randomOctets(MASTER_SECRET - 2))
            .written();
    var cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
    cipher.init(Cipher.ENCRYPT_MODE, key);
    transcript.say(
        Handshake.CLIENT_KEY_EXCHANGE,
        new OctetWriter().vector16(cipher.doFinal(secret)).written());
    return secret;
  }

  private byte[] master(byte[] secret) {
    return isExtended() // RFC 7627 §4
        ? digest.expand(
            secret, "extended master secret", digest.of(transcript.messages()), MASTER_SECRET)
        : digest.expand(
            secret, "master secret", Octets.join(said.random(), hello.random()), MASTER_SECRET);
  }

  private boolean isExtended() {
    return hello.has(Extension.EXTENDED_MASTER_SECRET);
  }

  private byte[] finished(byte[] master, String label) {
    return digest.expand(master, label, digest.of(transcript.messages()), VERIFY_DATA);
  }

  /// Hears ChangeCipherSpec, and a ticket before it.
  private void changed(Message first, Keys keys) throws IOException {
    var next = first;
    if (next instanceof Handshake(int type, byte[] body) && type == Handshake.SESSION_TICKET) {
      ticket = Secured.Ticket12.read(body);
      next = transcript.hearAnything();
    }
    if (!(next instanceof Other(int type, _)) || type != Record.CHANGE_CIPHER_SPEC) {
      throw new Malformed("no ChangeCipherSpec");
    }
    channel.reading(keys.reading());
  }

  private void hearFinished(byte[] wanted) throws IOException {
    if (!MessageDigest.isEqual(wanted, transcript.hear(Handshake.FINISHED).body())) {
      throw new Malformed("a Finished that does not fit what was said");
    }
  }

  private Secured secured(
      byte[] master, ServerIdentity identity, boolean isResumed, byte[] ourFinished)
      throws Malformed {
    var agreed =
        new Agreed(
            terms.serverName(),
            hello,
            version,
            suite,
            group,
            hello.protocol(),
            identity,
            asksForCertificate,
            isResumed);
    var session =
        new PastSession.Known(
            version,
            suite,
            hello.sessionId(),
            ticket == null ? new byte[0] : ticket.octets(),
            master,
            isExtended());
    return new Secured(agreed, channel, new Secured.Keys12(said, session, ticket, ourFinished));
  }

  private record Keys(Protection writing, Protection reading) {}

  /// Cuts the key block (RFC 5246 §6.3).
  private Keys keys(byte[] master) throws GeneralSecurityException {
    var bulk = suite.bulk();
    boolean cbc = bulk.mode() == Bulk.Mode.CBC;
    int mac = cbc ? Digest.mac(suite.mac(), new byte[1]).getMacLength() : 0;
    int key = bulk.keyLength();
    int fixed = bulk.fixedLength();
    var seed = Octets.join(hello.random(), said.random());
    var block =
        new OctetReader(digest.expand(master, "key expansion", seed, 2 * (mac + key + fixed)));
    try {
      var ourMac = block.take(mac);
      var theirMac = block.take(mac);
      var ourKey = block.take(key);
      var theirKey = block.take(key);
      var ourFixed = block.take(fixed);
      var theirFixed = block.take(fixed);
      boolean late = hello.has(Extension.ENCRYPT_THEN_MAC);
      return cbc
          ? new Keys(
              new BlockProtection(
                  suite, version, late, Cipher.ENCRYPT_MODE, ourMac, ourKey, ourFixed),
              new BlockProtection(
                  suite, version, late, Cipher.DECRYPT_MODE, theirMac, theirKey, theirFixed))
          : new Keys(
              new AeadProtection(bulk, version, ourKey, ourFixed),
              new AeadProtection(bulk, version, theirKey, theirFixed));
    } catch (Malformed e) {
      throw new IllegalStateException("we made it so long", e);
    }
  }
}
