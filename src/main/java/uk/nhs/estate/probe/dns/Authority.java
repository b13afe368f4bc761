package uk.nhs.estate.probe.dns;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import uk.nhs.estate.probe.net.Dialler;
import uk.nhs.estate.probe.net.Line;
import uk.nhs.estate.probe.net.ScannerSettings;
import uk.nhs.estate.probe.net.TimeLimit;

/// One address of a name server, during one look: asks it directly, and counts what it does.
///
/// Used by several threads.
final class Authority {
  /// No answer to a question of ours is longer; a message could be 65,535 octets.
  private static final int LARGEST_ANSWER = 65_535;

  private final Dialler dialler;
  private final ScannerSettings.Dns settings;
  private final Quest quest;
  private final InetAddress address;
  private final List<Long> times = Collections.synchronizedList(new ArrayList<>());
  private int sent;
  private int answered;

  Authority(Dialler dialler, ScannerSettings.Dns settings, Quest quest, InetAddress address) {
    this.dialler = dialler;
    this.settings = settings;
    this.quest = quest;
    this.address = address;
  }

  InetAddress address() {
    return address;
  }

  /// How often a question is asked that stays unanswered.
  int tries() {
    return settings.tries().size();
  }

  Duration longestTry() {
    return settings.tries().getLast();
  }

  Duration firstTry() {
    return settings.tries().getFirst();
  }

  /// Asks by UDP, as often as the settings say.
  ///
  /// @throws SocketTimeoutException when it stayed silent
  /// @throws Quest.Over when the answer could not be waited for
  Heard ask(Query query) throws IOException {
    return ask(query, 0, tries());
  }

  /// The same in some of the tries that the settings allow.
  ///
  /// @param end the first try that is not made
  Heard ask(Query query, int from, int end) throws IOException {
    for (int attempt = from; ; attempt++) {
      try {
        return askOnce(query, settings.tries().get(attempt), true);
      } catch (SocketTimeoutException e) {
        if (attempt + 1 >= end) {
          throw e;
        }
      }
    }
  }

  /// Asks by UDP, and by TCP when the answer does not fit (RFC 7766 §5).
  Heard askWhole(Query query) throws IOException {
    var heard = ask(query);
    return heard.isTruncated() ? byTcp(List.of(query)).getFirst() : heard;
  }

  /// Asks by UDP once, and does not count it: a server may keep silent on what is not its business.
  Heard askOnce(Query query, Duration time) throws IOException {
    return askOnce(query, time, false);
  }

  private Heard askOnce(Query query, Duration time, boolean counted) throws IOException {
    try (var turn = quest.turn(address, settings.questionsInFlight(), time);
        var datagrams = dialler.datagrams(address, turn.limit())) {
      turn.come();
      long begun = System.nanoTime();
      var message = query.message();
      datagrams.send(message.toWire());
      var others = false;
      while (true) {
        byte[] octets;
        try {
          octets = datagrams.receive();
        } catch (SocketTimeoutException e) {
          quest.checkTime();
          if (counted) {
            count(0);
          }
          throw others ? new Reply.Unreadable("answers to other questions only") : e;
        }
        var reply = Reply.to(message, octets);
        if (reply.isPresent()) {
          long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
          if (counted) {
            count(1);
            times.add(millis);
          }
          return new Heard(query, reply.get(), octets.length, millis);
        }
        others = true;
      }
    }
  }

  /// Asks several questions on one connection (RFC 7766 §6.2.1), until one is not answered.
  ///
  /// @return at least one reply
  List<Heard> byTcp(List<Query> queries) throws IOException {
    var time = longestTry();
    var replies = new ArrayList<Heard>();
    try (var turn = quest.turn(address, settings.questionsInFlight(), time);
        var line = dialler.dial(address, settings.port(), turn.limit())) {
      turn.come();
      for (var query : queries) {
        try {
          if (!replies.isEmpty()) {
            dialler.anotherQuestion(line);
          }
          replies.add(exchange(line, query, replies.isEmpty() ? turn.limit() : quest.begin(time)));
        } catch (IOException e) {
          if (replies.isEmpty()) {
            throw e;
          }
          return replies;
        }
      }
    } catch (SocketTimeoutException e) {
      quest.checkTime();
      throw e;
    }
    return replies;
  }

  private static Heard exchange(Line line, Query query, TimeLimit limit) throws IOException {
    line.limit(limit, 2 + LARGEST_ANSWER);
    long begun = System.nanoTime();
    var message = query.message();
    var octets = message.toWire();
    var framed = ByteBuffer.allocate(2 + octets.length).putShort((short) octets.length);
    line.getOutputStream().write(framed.put(octets).array());
    int length = ByteBuffer.wrap(read(line, 2)).getShort() & 0xffff;
    var reply = read(line, length);
    var read = Reply.to(message, reply).orElseThrow(() -> other());
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    return new Heard(query, read, length, millis);
  }

  private static Reply.Unreadable other() {
    return new Reply.Unreadable("an answer to another question");
  }

  private static byte[] read(Line line, int length) throws IOException {
    var octets = line.getInputStream().readNBytes(length);
    if (octets.length < length) {
      throw new EOFException("the name server hung up");
    }
    return octets;
  }

  /// Counts a question when it is done with: one whose answer could not be waited for says nothing
  /// of the server.
  private synchronized void count(int answers) {
    sent++;
    answered += answers;
  }

  /// Questions sent by UDP and waited for.
  synchronized int sent() {
    return sent;
  }

  /// How many of them were answered.
  synchronized int answered() {
    return answered;
  }

  /// The median time of its answers; 0 without any.
  long medianMillis() {
    var sorted = List.copyOf(times).stream().sorted().toList();
    return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
  }
}
