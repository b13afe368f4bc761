package uk.nhs.estate.probe.tls;

import static uk.nhs.estate.observation.TlsPosture.TLS_1_3;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture.Ticket;
import uk.nhs.estate.probe.tls.Message.Alert;
import uk.nhs.estate.probe.tls.Message.Handshake;
import uk.nhs.estate.probe.tls.Message.Other;

/// A connection that a handshake has made secure: what was agreed on, what may be resumed, and the
/// streams to talk over it.
public final class Secured {
  private static final int KEY_UPDATE = 24;

  /// Comes before a goodbye (RFC 8446 §6.1).
  private static final int USER_CANCELLED = 90;

  /// More tickets than any server hands out at once.
  private static final int MOST_TICKETS = 16;

  /// What is needed after the handshake.
  sealed interface Keys {}

  /// Of TLS 1.2 and before.
  ///
  /// @param said the hello
  /// @param ourFinished which a renegotiation has to name (RFC 5746 §3.5)
  record Keys12(
      ClientHello said, PastSession.Known session, @Nullable Ticket12 ticket, byte[] ourFinished)
      implements Keys {}

  /// Of TLS 1.3.
  ///
  /// @param resumption the secret that pre-shared keys are made of
  /// @param theirs the secret that they protect with
  record Keys13(byte[] resumption, byte[] theirs) implements Keys {}

  /// A ticket of TLS 1.2 and before (RFC 5077 §3.3).
  record Ticket12(long lifetime, byte[] octets) {
    static Ticket12 read(byte[] body) throws Malformed {
      var in = new OctetReader(body);
      var ticket = new Ticket12(in.u32(), in.vector16());
      in.end("NewSessionTicket");
      return ticket;
    }
  }

  private final Agreed agreed;
  private final SecureChannel channel;
  private final List<Ticket> tickets = new ArrayList<>();
  private final Incoming incoming = new Incoming();
  private final Outgoing outgoing = new Outgoing();
  private Keys keys;
  private @Nullable PastSession session;
  private boolean left;
  private @Nullable Alerted complaint;

  Secured(Agreed agreed, SecureChannel channel, Keys keys) {
    this.agreed = agreed;
    this.channel = channel;
    this.keys = keys;
    if (keys instanceof Keys12(_, var known, var ticket, _)) {
      session = known;
      if (ticket != null) {
        tickets.add(new Ticket(agreed.version(), ticket.lifetime(), 0));
      }
    }
  }

  Agreed agreed() {
    return agreed;
  }

  SecureChannel channel() {
    return channel;
  }

  /// Those of TLS 1.2 and before.
  Keys12 keys() {
    if (keys instanceof Keys12 old) {
      return old;
    }
    throw new IllegalStateException("TLS 1.3 has others");
  }

  /// What may be resumed of TLS 1.2 and before.
  PastSession.Known known() {
    return keys().session();
  }

  /// What was agreed on, and the chain as it was sent.
  public TlsFacts.Completed completed() {
    return agreed.completed();
  }

  /// Whether the server has proved that the key of its certificate is its own.
  public Proof proof() {
    return agreed.identity().proof();
  }

  /// What the server says under TLS.
  public InputStream input() {
    return incoming;
  }

  /// What we say under TLS.
  public OutputStream output() {
    return outgoing;
  }

  /// The tickets handed out so far.
  List<Ticket> tickets() {
    return List.copyOf(tickets);
  }

  /// What may be resumed, as far as we have been told.
  Optional<PastSession> session() {
    return Optional.ofNullable(session);
  }

  /// Says that nothing more will come (RFC 8446 §6.1).
  public void sayGoodbye() throws IOException {
    channel.write(Record.ALERT, new byte[] {Alert.WARNING, Alert.CLOSE_NOTIFY});
    channel.flush();
  }

  /// Says goodbye and hears what the server has yet to say, such as tickets: nobody has to wait for
  /// it to be silent. Once that is done, it is only said again how it ended.
  ///
  /// @throws Alerted when it is not content with the handshake after all (RFC 8446 §4.4.2.4)
  void leave() throws IOException {
    if (!left) {
      left = true;
      try {
        goAway();
      } catch (Alerted e) {
        complaint = e;
      }
    }
    if (complaint != null) {
      throw complaint;
    }
  }

  private void goAway() throws IOException {
    try {
      sayGoodbye();
    } catch (SocketException _) {
      // what it said before it hung up can still be read
    }
    try {
      while (incoming.read() >= 0) {
        // it may greet
      }
    } catch (EOFException | SocketException | SocketTimeoutException _) {
      // it does not say goodbye
    }
  }

  /// The next record that is for whoever talks under TLS; none when the other side is done.
  @Nullable Other next() throws IOException {
    while (true) {
      switch (channel.next()) {
        case null -> {
          return null;
        }
        case Other other -> {
          return other;
        }
        case Alert alert -> {
          if (alert.description() == Alert.CLOSE_NOTIFY) {
            return null;
          }
          if (alert.description() != USER_CANCELLED
              && (alert.level() == Alert.FATAL || agreed.version() == TLS_1_3)) {
            throw new Alerted(alert);
          }
        }
        case Handshake handshake -> take(handshake);
      }
    }
  }

  private void take(Handshake handshake) throws IOException {
    if (!(keys instanceof Keys13(var resumption, var theirs))) {
      return; // a call to renegotiate, to which the answer may be none (RFC 5246 §7.4.1.1)
    }
    switch (handshake.type()) {
      case Handshake.SESSION_TICKET -> take(new OctetReader(handshake.body()), resumption);
      case KEY_UPDATE -> {
        var digest = agreed.suite().digest(TLS_1_3);
        var next = KeySchedule.expand(digest, theirs, "traffic upd", new byte[0], digest.length());
        keys = new Keys13(resumption, next);
        channel.reading(Protection.of(agreed.suite(), next));
      }
      default -> throw new Malformed("handshake message %d afterwards".formatted(handshake.type()));
    }
  }

  /// RFC 8446 §4.6.1.
  private void take(OctetReader in, byte[] resumption) throws Malformed {
    long lifetime = in.u32();
    long ageAdd = in.u32();
    var nonce = in.vector8();
    var identity = in.vector16();
    var extensions = Extension.read(in.in16());
    in.end("NewSessionTicket");
    if (tickets.size() >= MOST_TICKETS) {
      throw new Malformed("tickets without end");
    }
    long early = 0;
    for (var extension : extensions) {
      if (extension.type() == Extension.EARLY_DATA) {
        early = new OctetReader(extension.content()).u32();
      }
    }
    tickets.add(new Ticket(TLS_1_3, lifetime, early));
    var digest = agreed.suite().digest(TLS_1_3);
    var group = agreed.group();
    session =
        new PastSession.Shared(
            agreed.suite(),
            identity,
            KeySchedule.expand(digest, resumption, "resumption", nonce, digest.length()),
            ageAdd,
            group == null ? KeyHalves.X25519 : group,
            System.nanoTime());
  }

  private final class Incoming extends InputStream {
    private byte[] waiting = {};

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      while (waiting.length == 0) {
        var record = next();
        if (record == null) {
          return -1;
        }
        if (record.type() == Record.APPLICATION) {
          waiting = record.fragment();
        }
      }
      int count = Math.min(length, waiting.length);
      System.arraycopy(waiting, 0, into, offset, count);
      waiting = Arrays.copyOfRange(waiting, count, waiting.length);
      return count;
    }
  }

  private final class Outgoing extends OutputStream {
    @Override
    public void write(int octet) {
      write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int offset, int length) {
      if (length > 0) {
        channel.write(Record.APPLICATION, Octets.part(octets, offset, length));
      }
    }

    @Override
    public void flush() throws IOException {
      channel.flush();
    }
  }
}
