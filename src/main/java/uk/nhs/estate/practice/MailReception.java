package uk.nhs.estate.practice;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import uk.nhs.estate.practice.MailManners.Speaks;
import uk.nhs.estate.practice.MailManners.StartTls;

/// Receives one visitor of [PracticeMail] as the manners of the server say.
final class MailReception {

  private static final int PATIENCE_MILLIS = 10_000;
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);
  private static final int LONGEST_COMMAND = 512;
  private static final long END_OF_ENDLESS = 1L << 30;

  /// Where the version stands in a record with a ClientHello (RFC 5246 §7.4.1.2).
  private static final int VERSION = 9;

  private static final int TLS_1_2 = 0x0303;
  private static final int OLD_SUITE = 0xc013;
  private static final String PROTOCOL_VERSION = "\u0015\u0003\u0001\u0000\u0002\u0002F";

  private final Handshakes handshakes = new Handshakes();

  void receive(Socket visitor, PracticeMailServer server) throws IOException {
    visitor.setSoTimeout(PATIENCE_MILLIS);
    visitor.setTcpNoDelay(true);
    switch (server.manners()) {
      case MailManners.Closed() -> visitor.setSoLinger(true, 0);
      case MailManners.Silent() -> keepQuiet(visitor);
      case MailManners.Babbles(var octets) -> {
        say(visitor.getOutputStream(), octets);
        visitor.shutdownOutput();
        keepQuiet(visitor);
      }
      case MailManners.GreetsForEver() -> greetForEver(visitor.getOutputStream());
      case Speaks speaks -> speak(visitor, server.host(), speaks);
    }
  }

  private void speak(Socket visitor, String host, Speaks speaks) throws IOException {
    var in = visitor.getInputStream();
    var out = visitor.getOutputStream();
    Workers.pause(speaks.greets());
    say(out, "220 " + host + " ESMTP practice\r\n");
    while (true) {
      var command = command(in);
      if (!command.equals("STARTTLS") || speaks.startTls() instanceof StartTls.Unknown) {
        if (answer(out, command, host, offers(speaks))) {
          return;
        }
      } else if (speaks.startTls() instanceof StartTls.Refused(var reply)) {
        say(out, reply + "\r\n");
      } else {
        var left = left(in);
        say(out, "220 2.0.0 Ready to start TLS\r\n");
        secure(visitor, host, speaks, left);
        return;
      }
    }
  }

  private static List<String> offers(Speaks speaks) {
    var offers = new ArrayList<>(speaks.extensions());
    if (!(speaks.startTls() instanceof StartTls.Unknown)) {
      offers.add("STARTTLS");
    }
    return offers;
  }

  /// The commands that have come already: what is sent behind STARTTLS is discarded (RFC 3207
  /// §4.2), by most.
  private static Queue<String> left(InputStream in) throws IOException {
    var left = new ArrayDeque<String>();
    while (in.available() > 0) {
      left.add(command(in));
    }
    return left;
  }

  private void secure(Socket visitor, String host, Speaks speaks, Queue<String> left)
      throws IOException {
    if (speaks.startTls() instanceof StartTls.Babbles(var octets)) {
      say(visitor.getOutputStream(), octets);
      keepQuiet(visitor);
      return;
    }
    if (!(Opening.read(visitor.getInputStream()) instanceof Opening.Hello(var hello, _))) {
      return;
    }
    switch (speaks.startTls()) {
      case StartTls.Unknown _, StartTls.Refused _, StartTls.Babbles _ ->
          throw new IllegalStateException("such a server does not get here");
      case StartTls.Secure(var tls) -> goOn(visitor, hello, tls, host, speaks, new ArrayDeque<>());
      case StartTls.KeepsWhatWasSaid(var tls) -> goOn(visitor, hello, tls, host, speaks, left);
      case StartTls.SecureOrOld(var tls, int version) -> {
        if (offered(hello) < TLS_1_2) {
          old(visitor, hello, version);
        } else {
          goOn(visitor, hello, tls, host, speaks, new ArrayDeque<>());
        }
      }
      case StartTls.OldOnly(int version) -> old(visitor, hello, version);
    }
  }

  private void goOn(
      Socket visitor, String hello, Door.Tls tls, String host, Speaks speaks, Queue<String> left)
      throws IOException {
    try (var secure = handshakes.with(visitor, hello, tls)) {
      var out = secure.getOutputStream();
      for (boolean gone = false; !gone; ) {
        var command = left.isEmpty() ? command(secure.getInputStream()) : left.remove();
        gone = answer(out, command, host, speaks.extensions());
      }
    }
  }

  private static int offered(String hello) {
    return hello.charAt(VERSION) << 8 | hello.charAt(VERSION + 1);
  }

  /// Begins a handshake in an old version, which this platform could not go on with.
  private static void old(Socket visitor, String hello, int version) throws IOException {
    var out = visitor.getOutputStream();
    if (offered(hello) < version) {
      say(out, PROTOCOL_VERSION);
      return;
    }
    var body = new ByteArrayOutputStream();
    pair(body, version);
    body.writeBytes(new byte[32]); // random
    body.write(0); // no session
    pair(body, OLD_SUITE);
    body.write(0); // no compression
    var record = new ByteArrayOutputStream();
    record.write(22);
    pair(record, version);
    pair(record, body.size() + 4);
    pair(record, 0x0200); // ServerHello, and the first of three octets of its length
    pair(record, body.size());
    record.writeBytes(body.toByteArray());
    out.write(record.toByteArray());
    keepQuiet(visitor);
  }

  private static void pair(ByteArrayOutputStream out, int number) {
    out.write(number >> 8);
    out.write(number);
  }

  /// Answers a command, and tells whether it was the last one.
  private static boolean answer(
      OutputStream out, String command, String host, List<String> extensions) throws IOException {
    switch (command.split(" ", 2)[0]) {
      case "EHLO" -> {
        var lines = new ArrayList<String>();
        lines.add(host + " greets you");
        lines.addAll(extensions);
        var last = lines.removeLast();
        var reply = new StringBuilder();
        lines.forEach(line -> reply.append("250-").append(line).append("\r\n"));
        say(out, reply + "250 " + last + "\r\n");
      }
      case "QUIT" -> {
        say(out, "221 2.0.0 " + host + " closes\r\n");
        return true;
      }
      default -> say(out, "502 5.5.1 This server is pretend: it takes no mail\r\n");
    }
    return false;
  }

  private static String command(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0 || line.length() > LONGEST_COMMAND) {
        throw new EOFException("the visitor left, or never comes to an end");
      }
      line.append((char) next);
    }
    return line.toString().strip().toUpperCase(Locale.ROOT);
  }

  private static void greetForEver(OutputStream out) throws IOException {
    var line = "220-and another thing\r\n";
    for (long sent = 0; sent < END_OF_ENDLESS; sent += line.length()) {
      say(out, line);
    }
  }

  private static void say(OutputStream out, String octets) throws IOException {
    out.write(octets.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  /// Waits until the visitor leaves, or has had long enough to.
  private static void keepQuiet(Socket visitor) throws IOException {
    visitor.setSoTimeout((int) LONGEST_SILENCE.toMillis());
    visitor.getInputStream().skipNBytes(END_OF_ENDLESS);
  }
}
