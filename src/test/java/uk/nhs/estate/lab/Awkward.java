package uk.nhs.estate.lab;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import uk.nhs.estate.probe.LoneServer.Script;

/// Servers that no stack in its right mind would make, and that are met all the same.
public final class Awkward {
  private static final int RANDOM_OCTETS = 4096;
  private static final int AES_128_GCM_13 = 0x1301;
  private static final int ECDHE_RSA_AES_128_GCM = 0xc02f;
  private static final int RSA_AES_128_GCM = 0x009c;
  private static final int SECP256R1 = 0x0017;
  private static final int SECP384R1 = 0x0018;
  private static final int PROTOCOL_VERSION = 70;
  private static final int HANDSHAKE_FAILURE = 40;
  private static final int UNRECOGNIZED_NAME = 112;

  private Awkward() {}

  /// Hears a hello, says something that depends on it, and hangs up when the visitor does.
  public static Script answers(Function<LabHello, byte[]> answer) {
    return visitor -> {
      visitor.getOutputStream().write(answer.apply(LabHello.read(visitor.getInputStream())));
      visitor.getInputStream().skipNBytes(Long.MAX_VALUE);
    };
  }

  /// Hears a hello, and says the same over and over again until the visitor leaves.
  private static Script repeats(Function<LabHello, byte[]> first, byte[] over) {
    return visitor -> {
      visitor.getOutputStream().write(first.apply(LabHello.read(visitor.getInputStream())));
      forEver(visitor.getOutputStream(), over);
    };
  }

  private static void forEver(OutputStream to, byte[] octets) throws IOException {
    while (true) {
      to.write(octets);
    }
  }

  /// Cuts the connection off (RFC 9293 §3.5.2).
  public static void reset(Socket visitor) throws IOException {
    visitor.setSoLinger(true, 0);
    visitor.close();
  }

  /// Octets that mean nothing.
  public static Script garbage() {
    var octets = new byte[RANDOM_OCTETS];
    new Random(5).nextBytes(octets);
    return visitor -> {
      visitor.getOutputStream().write(octets);
      visitor.getInputStream().skipNBytes(Long.MAX_VALUE);
    };
  }

  public static Script endlessHelloRequests() {
    return repeats(_ -> new byte[0], LabMessages.handshake(LabMessages.HELLO_REQUEST));
  }

  public static Script endlessWarnings() {
    return repeats(_ -> new byte[0], LabMessages.warning(UNRECOGNIZED_NAME));
  }

  /// Records with nothing in them (RFC 5246 §6.2.1 allows none such of handshakes).
  public static Script endlessEmptyRecords() {
    return repeats(_ -> new byte[0], LabMessages.records(LabMessages.HANDSHAKE, new byte[0]));
  }

  /// A ServerHello, then a Certificate of 16 MiB, of which it sends as much as is taken.
  public static Script hugeCertificate() {
    var header = LabMessages.hex("0b ffffff ffffff ffffff");
    return repeats(
        hello ->
            isBefore13(hello)
                ? LabMessages.join(
                    LabMessages.serverHello(
                        hello.version(), ECDHE_RSA_AES_128_GCM, hello.sessionId()),
                    LabMessages.records(LabMessages.HANDSHAKE, header))
                : LabMessages.fatal(PROTOCOL_VERSION),
        LabMessages.records(LabMessages.HANDSHAKE, new byte[1024]));
  }

  /// TLS 1.2 with a key that takes part in no key exchange, since nobody could wait for it.
  public static Script certificate(byte[]... chain) {
    return answers(
        hello ->
            isTls12(hello) && hello.suites().contains(RSA_AES_128_GCM)
                ? LabMessages.join(
                    LabMessages.serverHello(0x0303, RSA_AES_128_GCM, hello.sessionId()),
                    LabMessages.certificate(List.of(chain)),
                    LabMessages.done())
                : refusal(hello));
  }

  private static boolean isTls12(LabHello hello) {
    return hello.offers(0x0303);
  }

  private static boolean isBefore13(LabHello hello) {
    return !hello.isSsl2() && hello.version() >= 0x0301 && hello.latest() < 0x0304;
  }

  private static byte[] refusal(LabHello hello) {
    return LabMessages.fatal(isTls12(hello) ? HANDSHAKE_FAILURE : PROTOCOL_VERSION);
  }

  /// Answers every hello in TLS 1.2, offered or not.
  public static Script alwaysTls12() {
    return answers(
        hello ->
            hello.isSsl2() || (isTls12(hello) && !hello.suites().contains(ECDHE_RSA_AES_128_GCM))
                ? LabMessages.fatal(HANDSHAKE_FAILURE)
                : LabMessages.flight(hello, 0x0303, suite(hello), SECP256R1));
  }

  private static int suite(LabHello hello) {
    return hello.suites().contains(ECDHE_RSA_AES_128_GCM)
        ? ECDHE_RSA_AES_128_GCM
        : hello.suites().getFirst();
  }

  /// Takes one suite in TLS 1.2 whatever is offered, and so for ever when it is offered no more.
  public static Script alwaysOneSuite() {
    return answers(
        hello ->
            isTls12(hello)
                ? LabMessages.flight(hello, 0x0303, ECDHE_RSA_AES_128_GCM, SECP256R1)
                : LabMessages.fatal(PROTOCOL_VERSION));
  }

  /// Takes one suite in TLS 1.3 whatever is offered.
  public static Script alwaysOneSuite13() {
    return answers(
        hello ->
            hello.latest() == 0x0304
                ? LabMessages.retry(hello, AES_128_GCM_13, hello.groups().getFirst())
                : LabMessages.fatal(PROTOCOL_VERSION));
  }

  /// Agrees on keys in P-384 whatever is offered, in TLS 1.2.
  public static Script alwaysOneGroup() {
    return answers(
        hello ->
            isTls12(hello) && hello.suites().contains(ECDHE_RSA_AES_128_GCM)
                ? LabMessages.flight(hello, 0x0303, ECDHE_RSA_AES_128_GCM, SECP384R1)
                : refusal(hello));
  }

  /// Wants a share of a key in P-384 whatever is offered, in TLS 1.3.
  public static Script alwaysOneGroup13() {
    return answers(
        hello ->
            hello.latest() == 0x0304 && hello.suites().contains(AES_128_GCM_13)
                ? LabMessages.retry(hello, AES_128_GCM_13, SECP384R1)
                : LabMessages.fatal(
                    hello.latest() == 0x0304 ? HANDSHAKE_FAILURE : PROTOCOL_VERSION));
  }

  /// Answers every offer of TLS 1.2 or later with a version that nobody has offered.
  public static Script unknownVersion() {
    return answers(
        hello ->
            hello.isSsl2()
                ? LabMessages.fatal(PROTOCOL_VERSION)
                : LabMessages.serverHello(0x0305, suite(hello), hello.sessionId()));
  }

  /// Takes a suite of TLS 1.2 in TLS 1.3.
  public static Script oldSuite13() {
    return answers(
        hello ->
            hello.latest() == 0x0304
                ? LabMessages.serverHello13(hello, ECDHE_RSA_AES_128_GCM, SECP256R1)
                : LabMessages.fatal(PROTOCOL_VERSION));
  }

  /// Speaks SSL 2.0 with two suites and nothing else.
  public static Script ssl2() {
    var certificate = LabIdentity.of(LabIdentity.Kind.RSA_2048).chain().getFirst();
    return visitor -> {
      var hello = LabHello.read(visitor.getInputStream());
      if (!hello.isSsl2()) {
        return;
      }
      var body =
          LabMessages.join(
              LabMessages.hex("04 00 01 0002"),
              LabMessages.number(certificate.length, 2),
              LabMessages.number(6, 2),
              LabMessages.number(16, 2),
              certificate,
              LabMessages.hex("010080 0700c0"),
              new byte[16]);
      visitor
          .getOutputStream()
          .write(LabMessages.join(LabMessages.number(0x8000 | body.length, 2), body));
      visitor.getInputStream().skipNBytes(Long.MAX_VALUE);
    };
  }

  /// Serves one visitor at a time, and cuts everybody else off.
  public static Script oneAtATime(Script real) {
    var place = new Semaphore(1);
    return visitor -> {
      if (!place.tryAcquire()) {
        reset(visitor);
        return;
      }
      try {
        real.play(visitor);
      } finally {
        place.release();
      }
    };
  }

  /// Serves one visitor at a time, and lets everybody else wait.
  public static Script oneAfterTheOther(Script real) {
    var place = new Semaphore(1);
    return visitor -> {
      place.acquire();
      try {
        real.play(visitor);
      } finally {
        place.release();
      }
    };
  }

  /// Serves so many visitors, and has had enough for ever.
  public static Script tires(int visitors, Script real, Script then) {
    var served = new AtomicInteger();
    return visitor -> (served.incrementAndGet() > visitors ? then : real).play(visitor);
  }

  /// Serves so many visitors in a while, and cuts the rest off.
  public static Script rationed(int visitors, Duration span, Script real) {
    var window =
        new Object() {
          long began = System.nanoTime();
          int count;

          synchronized boolean isFull() {
            if (System.nanoTime() - began > span.toNanos()) {
              began = System.nanoTime();
              count = 0;
            }
            return ++count > visitors;
          }
        };
    return visitor -> {
      if (window.isFull()) {
        reset(visitor);
      } else {
        real.play(visitor);
      }
    };
  }
}
