package uk.nhs.estate.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.security.interfaces.RSAPrivateKey;
import java.util.Arrays;
import java.util.function.Supplier;
import uk.nhs.estate.probe.LoneServer.Script;

/// Servers with the flaws that made headlines: a real one whose words are bent where the flaw is.
public final class Flawed {
  private static final int BAD_RECORD_MAC = 20;
  private static final int DECRYPT_ERROR = 51;
  private static final int RSA_AES_128_GCM = 0x009c;
  private static final int CLIENT_KEY_EXCHANGE = 16;
  private static final int LONGEST_SESSION_ID = 32;

  private Flawed() {}

  /// What becomes of a record that the visitor sends.
  private interface Bend {
    /// Returns whether the real server is to have it, too.
    boolean passes(byte[] record, OutputStream back) throws IOException;
  }

  /// Answers heartbeats, and passes over those that claim to be longer than they are (RFC 6520 §4):
  /// the sound counterpart.
  public static Script soundHeartbeat(int port) {
    return bent(
        port,
        () ->
            (record, back) -> {
              if (record[0] != LabMessages.HEARTBEAT || record.length < 8) {
                return true;
              }
              int claimed = ByteBuffer.wrap(record).getShort(6) & 0xffff;
              if (8 + claimed + 16 <= record.length) {
                var payload = Arrays.copyOfRange(record, 8, 8 + claimed);
                back.write(
                    LabMessages.records(
                        LabMessages.HEARTBEAT,
                        LabMessages.join(new byte[] {2}, LabMessages.counted(2, payload))));
              }
              return false;
            });
  }

  /// Answers a heartbeat with as much as it is told that it was sent (CVE-2014-0160). The real
  /// server agrees on heartbeats, up to TLS 1.2.
  public static Script heartbleed(int port) {
    return bent(
        port,
        () ->
            (record, back) -> {
              if (record[0] != LabMessages.HEARTBEAT || record.length < 8) {
                return true;
              }
              int claimed = ByteBuffer.wrap(record).getShort(6) & 0xffff;
              var memory = Arrays.copyOf(Arrays.copyOfRange(record, 8, record.length), claimed);
              back.write(
                  LabMessages.records(
                      LabMessages.HEARTBEAT,
                      LabMessages.join(new byte[] {2}, LabMessages.counted(2, memory))));
              return false;
            });
  }

  /// Takes a ChangeCipherSpec before there is a key (CVE-2014-0224), and notices at the next
  /// record, which it cannot read. The real server speaks TLS 1.2 at the most.
  public static Script ccsInjection(int port) {
    return bent(
        port,
        () ->
            new Bend() {
              private int messages;
              private boolean changed;

              @Override
              public boolean passes(byte[] record, OutputStream back) throws IOException {
                if (changed) {
                  back.write(LabMessages.fatal(BAD_RECORD_MAC));
                  return false;
                }
                messages += record[0] == LabMessages.HANDSHAKE ? 1 : 0;
                changed = record[0] == LabMessages.CHANGE_CIPHER_SPEC && messages == 1;
                return !changed;
              }
            });
  }

  private static Script bent(int port, Supplier<Bend> bends) {
    return visitor -> {
      var bend = bends.get();
      try (var server = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
        Thread.startVirtualThread(() -> Relay.pump(server, visitor, InputStream::transferTo));
        var in = visitor.getInputStream();
        for (var record = Manners.record(in); record.length > 0; record = Manners.record(in)) {
          if (bend.passes(record, visitor.getOutputStream())) {
            server.getOutputStream().write(record);
          }
        }
      }
    };
  }

  /// Gives back a session id that is longer than the one it was sent, filled up from memory
  /// (CVE-2016-9244). The real server resumes sessions by tickets, up to TLS 1.2.
  public static Relay.Manner ticketbleed() {
    return (from, to) -> {
      to.write(withLongerSessionId(Manners.record(from)));
      from.transferTo(to);
    };
  }

  private static byte[] withLongerSessionId(byte[] record) {
    int at = 5 + 4 + 2 + 32;
    if (record.length <= at
        || record[0] != LabMessages.HANDSHAKE
        || record[at] == 0
        || record[at] == LONGEST_SESSION_ID) {
      return record;
    }
    int missing = LONGEST_SESSION_ID - record[at];
    int end = at + 1 + record[at];
    var memory = new byte[missing];
    Arrays.fill(memory, (byte) 0xa5);
    var bled =
        LabMessages.join(
            Arrays.copyOf(record, end), memory, Arrays.copyOfRange(record, end, record.length));
    bled[at] = LONGEST_SESSION_ID;
    var lengths = ByteBuffer.wrap(bled);
    lengths.putShort(3, (short) (lengths.getShort(3) + missing));
    lengths.putInt(5, lengths.getInt(5) + missing);
    return bled;
  }

  /// How a server lets on whether the padding was right.
  public enum Tell {
    /// By another alert.
    ALERT,
    /// By hanging up instead of sending an alert.
    HANGING_UP,
    /// By waiting for more instead of sending an alert.
    SILENCE,
    /// Not at all.
    NONE
  }

  /// Lets on whether the RSA padding of a key exchange was right (CVE-2017-13099 and others), in
  /// TLS 1.2 with one suite.
  public static Script robot(Tell tell) {
    var own = LabIdentity.of(LabIdentity.Kind.RSA_2048);
    var key = (RSAPrivateKey) own.key();
    return visitor -> {
      var in = visitor.getInputStream();
      var hello = LabHello.read(in);
      if (!hello.offers(0x0303) || !hello.suites().contains(RSA_AES_128_GCM)) {
        visitor.getOutputStream().write(LabMessages.fatal(40));
        return;
      }
      visitor
          .getOutputStream()
          .write(
              LabMessages.join(
                  LabMessages.serverHello(0x0303, RSA_AES_128_GCM, hello.sessionId()),
                  LabMessages.certificate(own.chain()),
                  LabMessages.done()));
      react(in, visitor.getOutputStream(), tell, key);
    };
  }

  private static void react(InputStream in, OutputStream out, Tell tell, RSAPrivateKey key)
      throws IOException {
    boolean right = true;
    for (var record = Manners.record(in); record.length > 0; record = Manners.record(in)) {
      if (record[0] == LabMessages.HANDSHAKE
          && record.length > 11
          && record[5] == CLIENT_KEY_EXCHANGE) {
        right = isRight(Arrays.copyOfRange(record, 11, record.length), key);
        continue;
      }
      if (record[0] == LabMessages.CHANGE_CIPHER_SPEC) {
        continue;
      }
      if (right || tell == Tell.NONE) {
        out.write(LabMessages.fatal(BAD_RECORD_MAC));
        return;
      }
      switch (tell) {
        case ALERT -> out.write(LabMessages.fatal(DECRYPT_ERROR));
        case SILENCE -> in.skipNBytes(Long.MAX_VALUE);
        case HANGING_UP, NONE -> {}
      }
      return;
    }
  }

  /// RFC 8017 §7.2.2, and RFC 5246 §7.4.7.1 for what is in it.
  private static boolean isRight(byte[] encrypted, RSAPrivateKey key) {
    var number = new BigInteger(1, encrypted).modPow(key.getPrivateExponent(), key.getModulus());
    int size = (key.getModulus().bitLength() + 7) / 8;
    var digits = number.toByteArray();
    var padded = new byte[size];
    int copied = Math.min(size, digits.length);
    System.arraycopy(digits, digits.length - copied, padded, size - copied, copied);
    int end = size - 49;
    boolean filled = true;
    for (int i = 2; i < end; i++) {
      filled &= padded[i] != 0;
    }
    return padded[0] == 0 && padded[1] == 2 && filled && padded[end] == 0 && padded[end + 1] == 3;
  }
}
