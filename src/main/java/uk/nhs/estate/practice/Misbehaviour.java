package uk.nhs.estate.practice;

import java.time.Duration;
import org.xbill.DNS.Rcode;

/// What [PracticeDns] does wrong when it is asked for a name.
public sealed interface Misbehaviour {

  /// Never answers, over UDP or TCP.
  record Silent() implements Misbehaviour {}

  /// Answers nothing but a response code (RFC 1035 §4.1.1), such as SERVFAIL or REFUSED.
  record Refuses(int rcode) implements Misbehaviour {
    public static Refuses servfail() {
      return new Refuses(Rcode.SERVFAIL);
    }

    public static Refuses refused() {
      return new Refuses(Rcode.REFUSED);
    }
  }

  /// Answers rightly, but late.
  record Slow(Duration by) implements Misbehaviour {}

  /// Sends an empty, truncated answer over UDP, so that the asker must come back by TCP (RFC 7766
  /// §5).
  record Truncates() implements Misbehaviour {}

  /// As [Truncates], but hangs up on those who come back by TCP.
  record TruncatesWithoutTcp() implements Misbehaviour {}

  /// Sends octets that begin with the right id and cannot be read as a message.
  record Garbage() implements Misbehaviour {}

  /// Answers with the id of another question.
  record WrongId() implements Misbehaviour {}

  /// Answers a question that was not asked.
  record WrongQuestion() implements Misbehaviour {}

  /// Claims to have validated the answer by DNSSEC (the AD bit, RFC 6840 §5.7), and is otherwise
  /// right.
  record ClaimsSecure() implements Misbehaviour {}
}
