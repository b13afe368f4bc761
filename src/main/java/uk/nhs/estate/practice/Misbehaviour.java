package uk.nhs.estate.practice;

import java.time.Duration;
import org.xbill.DNS.Rcode;

/// What [PracticeDns] does wrong when it is asked for a name, or one of its servers whatever it is
/// asked for.
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

    public static Refuses nxdomain() {
      return new Refuses(Rcode.NXDOMAIN);
    }
  }

  /// Answers rightly, but late.
  record Slow(Duration by) implements Misbehaviour {}

  /// Does not answer every second question over UDP, the first one included.
  record LosesEverySecond() implements Misbehaviour {}

  /// Sends an empty, truncated answer over UDP, so that the asker must come back by TCP (RFC 7766
  /// §5).
  record Truncates() implements Misbehaviour {}

  /// As [Truncates], but hangs up on those who come back by TCP.
  record TruncatesWithoutTcp() implements Misbehaviour {}

  /// Hangs up on every question over TCP, which all must take (RFC 7766 §5).
  record HangsUpOnTcp() implements Misbehaviour {}

  /// Does not listen for TCP at all. Of a name, it is the same as [HangsUpOnTcp].
  record RefusesTcp() implements Misbehaviour {}

  /// Sends octets that begin with the right id and cannot be read as a message.
  record Garbage() implements Misbehaviour {}

  /// Sends an answer whose name is compressed into a pointer to itself (RFC 1035 §4.1.4).
  record CompressionLoop() implements Misbehaviour {}

  /// Answers with the id of another question.
  record WrongId() implements Misbehaviour {}

  /// Answers a question that was not asked.
  record WrongQuestion() implements Misbehaviour {}

  /// Repeats the question in capitals, however it was written.
  record ChangesCase() implements Misbehaviour {}

  /// Calls every question with EDNS malformed, as servers from before it do (RFC 6891 §7).
  record FormerrToEdns() implements Misbehaviour {}

  /// Never answers a question with EDNS, as some firewalls see to it.
  record DropsEdns() implements Misbehaviour {}

  /// Answers a question with EDNS as if it had none.
  record IgnoresEdns() implements Misbehaviour {}

  /// Answers a question with any version of EDNS as if it was 0, where RFC 6891 §6.1.3 asks for
  /// BADVERS.
  record AnswersAnyEdnsVersion() implements Misbehaviour {}

  /// Sends those who ask for what it does not have up to the root.
  record RefersUpward() implements Misbehaviour {}

  /// Answers for its own zones as if they were another's: without AA.
  record NotAuthoritative() implements Misbehaviour {}

  /// Answers everybody's questions about everything (RFC 5358).
  record Recursive() implements Misbehaviour {}

  /// Gives its zones away whole to everybody (AXFR, RFC 5936).
  record GivesZonesAway() implements Misbehaviour {}

  /// Tells everybody what software it is (`version.bind`, RFC 4892).
  record ShowsVersion(String software) implements Misbehaviour {}

  /// Gives the right addresses so many times, and the asker's own machine from then on.
  record Rebinds(int after) implements Misbehaviour {}

  /// Misbehaves when it is asked for one type, and is otherwise right.
  record OnlyFor(int type, Misbehaviour how) implements Misbehaviour {}

  /// Claims to have validated the answer by DNSSEC (the AD bit, RFC 6840 §5.7), and is otherwise
  /// right.
  record ClaimsSecure() implements Misbehaviour {}

  /// Claims to have validated in vain: SERVFAIL and the reason (RFC 8914 §4), unless the asker has
  /// said that it checks itself (the CD bit, RFC 4035 §3.2.2).
  record ClaimsBogus(int reason) implements Misbehaviour {}
}
