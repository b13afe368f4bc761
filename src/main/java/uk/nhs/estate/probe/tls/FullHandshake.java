package uk.nhs.estate.probe.tls;

import static uk.nhs.estate.observation.TlsPosture.TLS_1_2;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_3;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.ProviderException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Makes a handshake and carries it through to its end, so that what was agreed on is proved by
/// both sides' Finished. Trust is not asked for.
final class FullHandshake {
  /// What is read of one connection.
  static final int MOST_OCTETS = 256 * 1024;

  private static final int MOST_HANDSHAKE = 64 * 1024;
  private static final int SESSION_ID = 32;

  private final KeyHalves halves;

  FullHandshake(KeyHalves halves) {
    this.halves = halves;
  }

  /// Makes a connection secure.
  ///
  /// @throws IOException why it could not: [Alerted], [Malformed], [NotRecords], or what the
  ///     network does
  Secured on(InputStream in, OutputStream out, Terms terms) throws IOException {
    try {
      var buffered = new BufferedInputStream(in);
      return new Attempt(new SecureChannel(buffered, out, MOST_OCTETS, MOST_HANDSHAKE), terms)
          .run();
    } catch (GeneralSecurityException
        | ProviderException
        | ArithmeticException
        | IllegalArgumentException e) {
      throw new IOException("a handshake that this scanner cannot finish", e);
    }
  }

  /// The hello that opens such a handshake.
  ClientHello hello(Terms terms) {
    int highest = terms.versions().getFirst();
    var suites = new ArrayList<>(terms.suites().stream().map(SpokenSuite::code).toList());
    suites.add(ClientHello.RENEGOTIATION_SCSV);
    var hello = ClientHello.of(Math.min(highest, TLS_1_2), suites).serverName(terms.serverName());
    if (highest >= TLS_1_2) { // not before (RFC 5246 §7.4.1.4.1)
      hello = hello.schemes(terms.schemes());
    }
    hello = hello.groups(KeyHalves.GROUPS).with(Extension.statusRequest());
    hello = hello.with(Extension.empty(Extension.SCTS));
    if (!terms.alpn().isEmpty()) {
      hello = hello.alpn(terms.alpn());
    }
    if (terms.versions().getLast() < TLS_1_3) {
      hello = old(hello, terms);
    }
    return terms.offers(TLS_1_3) ? modern(hello, terms) : hello;
  }

  private static ClientHello old(ClientHello hello, Terms terms) {
    var old =
        hello
            .with(Extension.pointFormats())
            .with(Extension.empty(Extension.EXTENDED_MASTER_SECRET))
            .with(Extension.empty(Extension.ENCRYPT_THEN_MAC));
    if (terms.heartbeat()) {
      old = old.with(Extension.heartbeat());
    }
    var session = terms.resume() instanceof PastSession.Known known ? known : null;
    if (terms.tickets()) {
      old = old.with(Extension.sessionTicket(session == null ? new byte[0] : session.ticket()));
    }
    return session == null ? old : old.sessionId(session.id());
  }

  private ClientHello modern(ClientHello hello, Terms terms) {
    var shares = new ArrayList<Extension.KeyShare>();
    for (int group : shared(terms)) {
      shares.add(new Extension.KeyShare(group, halves.in(group).octets()));
    }
    return hello
        .sessionId(ClientHello.randomOctets(SESSION_ID)) // RFC 8446 §D.4
        .versions(terms.versions())
        .with(Extension.pskModes())
        .keyShares(shares);
  }

  /// The groups in which we send keys at once: as browsers do, or the one that was agreed on
  /// before.
  private static List<Integer> shared(Terms terms) {
    return terms.resume() instanceof PastSession.Shared session
        ? List.of(session.group())
        : List.of(KeyHalves.X25519_MLKEM768, KeyHalves.X25519);
  }

  /// One handshake.
  private final class Attempt {
    private final Terms terms;
    private final SecureChannel channel;
    private final Transcript transcript;

    Attempt(SecureChannel channel, Terms terms) {
      this.terms = terms;
      this.channel = channel;
      this.transcript = new Transcript(channel);
    }

    Secured run() throws IOException, GeneralSecurityException {
      var said = say(FullHandshake.this.hello(terms));
      var hello = read(transcript.hear(Message.Handshake.SERVER_HELLO));
      boolean again = hello.isRetry();
      if (again) {
        var suite = suite(hello);
        transcript.startAgain(suite.digest(TLS_1_3));
        transcript.sayChangeCipherSpec();
        said = say(again(said, hello));
        hello = read(transcript.hear13(Message.Handshake.SERVER_HELLO));
        if (hello.isRetry() || suite(hello) != suite) {
          throw new Malformed("it wants a third hello, or another suite than it said");
        }
      }
      var suite = suite(hello);
      if (hello.chosenVersion() < TLS_1_3) {
        return new Handshake12(halves, transcript, terms, said, hello, suite).run();
      }
      var group = hello.group();
      if (group == null || !offered(said).contains(group)) {
        throw new Malformed("a key in a group for which there was none");
      }
      return new Handshake13(transcript, suite).run(terms, hello, halves.in(group), again);
    }

    private ClientHello say(ClientHello hello) throws IOException {
      var bound =
          terms.resume() instanceof PastSession.Shared shared ? bound(hello, shared) : hello;
      transcript.say(bound.message());
      channel.flush();
      channel.version(TLS_1_2);
      return bound;
    }

    /// Adds a pre-shared key, bound to what was said so far and to this hello (RFC 8446 §4.2.11.2).
    private ClientHello bound(ClientHello hello, PastSession.Shared shared) {
      var digest = shared.suite().digest(TLS_1_3);
      long age = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - shared.since());
      var draft = hello.with(preShared(shared, age, new byte[digest.length()]));
      var message = draft.message();
      int binders = 2 + 1 + digest.length();
      var key = KeySchedule.early(digest, shared.key()).derive("res binder", new byte[0]);
      var messages =
          Octets.join(transcript.messages(), Octets.part(message, 0, message.length - binders));
      return draft.with(preShared(shared, age, KeySchedule.finished(digest, key, messages)));
    }

    private static Extension preShared(PastSession.Shared shared, long age, byte[] binder) {
      var identity =
          new OctetWriter()
              .vector16(shared.identity())
              .octets(Octets.number(age + shared.ageAdd(), 4))
              .written();
      var binders = new OctetWriter().vector8(binder).written();
      return new Extension(
          Extension.PRE_SHARED_KEY,
          new OctetWriter().vector16(identity).vector16(binders).written());
    }

    private ServerHello read(Message.Handshake message) throws IOException {
      var hello = ServerHello.read(message.body());
      int version = hello.chosenVersion();
      if (!terms.offers(version)) {
        throw new OtherVersion(version);
      }
      if (hello.compression() != 0) {
        throw new Malformed("compression that was not offered");
      }
      return hello;
    }

    private SpokenSuite suite(ServerHello hello) throws Malformed {
      int version = hello.chosenVersion();
      return SpokenSuite.of(hello.suite())
          .filter(terms.suites()::contains)
          .filter(suite -> suite.isOf(version))
          .orElseThrow(
              () -> new Malformed("answered with cipher suite 0x%04X".formatted(hello.suite())));
    }

    /// The second hello (RFC 8446 §4.1.2).
    private ClientHello again(ClientHello said, ServerHello retry) throws Malformed {
      var hello = said.without(Extension.PRE_SHARED_KEY);
      @Nullable Integer group = retry.group();
      if (group != null) {
        if (!said.groups().contains(group) || offered(said).contains(group)) {
          throw new Malformed("it asks for a key that it has, or in a group not offered");
        }
        hello = hello.keyShares(List.of(new Extension.KeyShare(group, halves.in(group).octets())));
      }
      var cookie = retry.extension(Extension.COOKIE);
      return cookie.isPresent() ? hello.with(cookie.get()) : hello;
    }
  }

  /// The groups in which a hello has keys.
  private static List<Integer> offered(ClientHello hello) throws Malformed {
    var groups = new ArrayList<Integer>();
    var in = new OctetReader(hello.extension(Extension.KEY_SHARE).orElseThrow().content()).in16();
    while (!in.isAtEnd()) {
      groups.add(in.u16());
      in.vector16();
    }
    return groups;
  }
}
