package uk.nhs.estate.probe.tls;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.probe.tls.Message.Alert;
import uk.nhs.estate.probe.tls.Message.Handshake;
import uk.nhs.estate.probe.tls.Message.Other;

/// The messages of one handshake, said and heard, which both sides add up to the same transcript
/// (RFC 8446 §4.4.1).
final class Transcript {
  /// A hash in the place of a first hello that was to be made again.
  private static final int MESSAGE_HASH = 254;

  /// Warnings, and calls to say hello that we have said, that are passed over.
  private static final int MOST_PASSED_OVER = 8;

  private final SecureChannel channel;
  private final ByteArrayOutputStream messages = new ByteArrayOutputStream();
  private int passedOver;

  Transcript(SecureChannel channel) {
    this.channel = channel;
  }

  SecureChannel channel() {
    return channel;
  }

  /// All messages so far.
  byte[] messages() {
    return messages.toByteArray();
  }

  /// Adds a message to what goes out next.
  void say(int type, byte[] body) {
    say(new Handshake(type, body).octets());
  }

  void say(byte[] message) {
    messages.writeBytes(message);
    channel.write(Record.HANDSHAKE, message);
  }

  /// A ChangeCipherSpec (RFC 5246 §7.1), which is no message of the handshake.
  void sayChangeCipherSpec() {
    channel.write(Record.CHANGE_CIPHER_SPEC, new byte[] {1});
  }

  /// Puts a hash in the place of the hello that is to be made again.
  void startAgain(Digest digest) throws Malformed {
    var in = new OctetReader(messages());
    var hello = new Handshake(in.u8(), in.vector24());
    messages.reset();
    messages.writeBytes(new Handshake(MESSAGE_HASH, digest.of(hello.octets())).octets());
    messages.writeBytes(in.rest());
  }

  /// The next handshake message.
  Handshake hear() throws IOException {
    return switch (hearAnything()) {
      case Handshake handshake -> handshake;
      case Alert alert -> throw new Alerted(alert);
      case Other(int type, _) -> throw new Malformed("a record of type %d".formatted(type));
    };
  }

  /// The next handshake message that is one of these.
  Handshake hear(Integer... types) throws IOException {
    var message = hear();
    if (!List.of(types).contains(message.type())) {
      throw new Malformed("handshake message %d before its time".formatted(message.type()));
    }
    return message;
  }

  /// The next handshake message of TLS 1.3, in which ChangeCipherSpec means nothing (RFC 8446
  /// §D.4).
  Handshake hear13(Integer... types) throws IOException {
    while (true) {
      var message = hearAnything();
      if (message instanceof Handshake handshake) {
        if (!List.of(types).contains(handshake.type())) {
          throw new Malformed("handshake message %d before its time".formatted(handshake.type()));
        }
        return handshake;
      }
      if (!(message instanceof Other(int type, _)) || type != Record.CHANGE_CIPHER_SPEC) {
        throw new Malformed("something else within a handshake");
      }
      passOver("ChangeCipherSpecs");
    }
  }

  /// The next handshake message, or a record of another kind; no warnings, and no calls to say
  /// hello.
  ///
  /// @throws Alerted at a fatal alert
  /// @throws EOFException when the other side hung up
  Message hearAnything() throws IOException {
    while (true) {
      @Nullable Message message = channel.next();
      switch (message) {
        case null -> throw new EOFException("it hung up");
        case Alert alert -> {
          if (alert.level() != Alert.WARNING || alert.description() == Alert.CLOSE_NOTIFY) {
            throw new Alerted(alert);
          }
          passOver("warnings");
        }
        case Handshake handshake -> {
          if (handshake.type() != Handshake.HELLO_REQUEST) {
            messages.writeBytes(handshake.octets());
            return handshake;
          }
          passOver("calls for a hello");
        }
        case Other other -> {
          return other;
        }
      }
    }
  }

  private void passOver(String what) throws Malformed {
    if (++passedOver > MOST_PASSED_OVER) {
      throw new Malformed(what + " without end");
    }
  }
}
