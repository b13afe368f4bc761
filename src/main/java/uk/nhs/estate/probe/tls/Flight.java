package uk.nhs.estate.probe.tls;

import static uk.nhs.estate.observation.TlsPosture.TLS_1_2;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_3;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Obstacle.Kind;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.probe.net.Obstacles;
import uk.nhs.estate.probe.net.TooLarge;
import uk.nhs.estate.probe.tls.Message.Alert;
import uk.nhs.estate.probe.tls.Message.Handshake;

/// Reads the first flight of a server in the clear: up to the ServerHello in TLS 1.3, after which
/// all is enciphered, and up to the ServerHelloDone before it.
///
/// What breaks off is not lost: what had come by then is said, with what broke it off.
final class Flight {
  /// What is read of one answer.
  static final int MOST = 64 * 1024;

  /// Warnings, and calls to say hello that we have said (RFC 5246 §7.4.1.1), that are passed over.
  private static final int MOST_PASSED_OVER = 8;

  private static final int OCSP = 1;

  /// How far to read.
  enum Extent {
    /// The choice of version and suite is enough.
    SERVER_HELLO,
    /// All that is in the clear.
    WHOLE
  }

  private final Messages messages;
  private final List<Alert> warnings = new ArrayList<>();
  private int calls;
  private @Nullable ServerHello hello;
  private @Nullable List<Part> certificates;
  private @Nullable Part ocsp;
  private @Nullable KeyExchange key;
  private boolean asksForCertificate;

  private Flight(Messages messages) {
    this.messages = messages;
  }

  /// Reads what a server says to a hello; never throws for what it says.
  static Answer read(InputStream in, Extent extent) {
    return new Flight(new Messages(new WireRecords(in, MOST), MOST)).read(extent);
  }

  /// Reads what a server says to a hello of SSL 2.0.
  static Answer readSsl2(InputStream in) {
    try {
      return new Answer.GreetedInSsl2(Ssl2.read(in, MOST));
    } catch (NotRecords e) {
      return refusalInNewerWords(e);
    } catch (IOException e) {
      return answer(e);
    }
  }

  /// An alert of a later version is a refusal, too.
  private static Answer refusalInNewerWords(NotRecords e) {
    var octets = e.octets();
    return octets.length >= 2 && octets[0] == Record.ALERT && octets[1] == 3
        ? new Answer.Alerted(new Alert(Alert.FATAL, Alert.PROTOCOL_VERSION))
        : new Answer.NotTls(octets);
  }

  private Answer read(Extent extent) {
    try {
      while (true) {
        var message = messages.next();
        if (message == null) {
          return ended(new EOFException("it hung up"));
        }
        var answer = take(message, extent);
        if (answer != null) {
          return answer;
        }
      }
    } catch (IOException e) {
      return ended(e);
    }
  }

  private Answer ended(IOException e) {
    var chosen = hello;
    if (chosen != null) {
      return greeted(chosen, Obstacles.of(e, ""));
    }
    return warnings.isEmpty() || !(e instanceof EOFException || e instanceof SocketException)
        ? answer(e)
        : new Answer.Alerted(warnings.getLast());
  }

  private static Answer answer(IOException e) {
    return switch (e) {
      case NotRecords other -> new Answer.NotTls(other.octets());
      case Malformed malformed -> new Answer.Illegal(Obstacles.message(malformed));
      case TooLarge large -> new Answer.Illegal(Obstacles.message(large));
      case SocketTimeoutException _ -> new Answer.Silent();
      case EOFException _ -> new Answer.Closed();
      case SocketException _ -> new Answer.Reset();
      default -> new Answer.Unasked(Obstacles.of(e, ""));
    };
  }

  private Answer.Greeted greeted(ServerHello chosen, @Nullable Obstacle cut) {
    return new Answer.Greeted(chosen, warnings, certificates, ocsp, key, asksForCertificate, cut);
  }

  /// @return the answer if this ends it
  private @Nullable Answer take(Message message, Extent extent) throws IOException {
    return switch (message) {
      case Alert alert when alert.level() == Alert.WARNING -> {
        warnings.add(alert);
        if (warnings.size() > MOST_PASSED_OVER) {
          throw new Malformed("warnings without end");
        }
        yield null;
      }
      case Alert alert -> {
        var chosen = hello;
        yield chosen == null
            ? new Answer.Alerted(alert)
            : greeted(
                chosen,
                new Obstacle(Kind.HANDSHAKE_REFUSED, "alert %d".formatted(alert.description())));
      }
      case Message.Other(int type, _) when hello != null && type == Record.CHANGE_CIPHER_SPEC ->
          greeted(hello, null); // a session is resumed (RFC 5246 §7.3)
      case Message.Other(int type, _) ->
          throw new Malformed("a record of type %d before its time".formatted(type));
      case Handshake handshake -> take(handshake, extent);
    };
  }

  private @Nullable Answer take(Handshake handshake, Extent extent) throws IOException {
    var chosen = hello;
    if (handshake.type() == Handshake.HELLO_REQUEST) {
      if (++calls > MOST_PASSED_OVER) {
        throw new Malformed("calls for a hello without end");
      }
      return null;
    }
    if (chosen == null) {
      if (handshake.type() != Handshake.SERVER_HELLO) {
        throw new Malformed("handshake message %d first".formatted(handshake.type()));
      }
      var read = ServerHello.read(handshake.body());
      hello = read;
      boolean last =
          extent == Extent.SERVER_HELLO || read.isRetry() || read.chosenVersion() >= TLS_1_3;
      return last ? greeted(read, null) : null;
    }
    var in = new OctetReader(handshake.body());
    switch (handshake.type()) {
      case Handshake.CERTIFICATE -> certificates = certificates(in);
      case Handshake.CERTIFICATE_STATUS -> ocsp = status(in);
      case Handshake.SERVER_KEY_EXCHANGE ->
          key =
              KeyExchange.read(
                  handshake.body(),
                  KeyExchange.kind(chosen.chosenVersion(), chosen.suite()),
                  chosen.chosenVersion() == TLS_1_2);
      case Handshake.CERTIFICATE_REQUEST -> asksForCertificate = true;
      case Handshake.SERVER_HELLO_DONE -> {
        return greeted(chosen, null);
      }
      case Handshake.SESSION_TICKET -> {
        return greeted(chosen, null); // a session is resumed (RFC 5077 §3.1)
      }
      default ->
          throw new Malformed(
              "handshake message %d after the ServerHello".formatted(handshake.type()));
    }
    return null;
  }

  /// RFC 5246 §7.4.2.
  static List<Part> certificates(OctetReader in) throws Malformed {
    var list = in.in24();
    in.end("Certificate");
    var chain = new ArrayList<Part>();
    while (!list.isAtEnd()) {
      chain.add(new Part(list.vector24()));
    }
    return List.copyOf(chain);
  }

  /// RFC 6066 §8.
  static @Nullable Part status(OctetReader in) throws Malformed {
    if (in.u8() != OCSP) {
      return null;
    }
    var response = in.vector24();
    in.end("CertificateStatus");
    return response.length == 0 ? null : new Part(response);
  }
}
