package uk.nhs.estate.practice;

import java.time.Duration;
import java.util.List;

/// What a visitor meets at the port for mail of a pretend mail server.
public sealed interface MailManners {

  /// Nobody listens.
  record Closed() implements MailManners {}

  /// Lets the visitor in and never says a word.
  record Silent() implements MailManners {}

  /// Says the same to everybody, one octet a character (ISO 8859-1), and hangs up: `421` or `554`
  /// with a reason, or what is no SMTP at all.
  record Babbles(String octets) implements MailManners {}

  /// Greets, line after line, and never comes to an end.
  record GreetsForEver() implements MailManners {}

  /// Speaks SMTP (RFC 5321), and takes no mail.
  ///
  /// @param greets how long after the visitor came
  /// @param extensions what it offers by EHLO besides STARTTLS
  record Speaks(Duration greets, List<String> extensions, StartTls startTls)
      implements MailManners {
    public Speaks {
      extensions = List.copyOf(extensions);
    }

    /// At once, with some ordinary extensions.
    public static Speaks with(StartTls startTls) {
      return new Speaks(Duration.ZERO, List.of("SIZE 52428800", "8BITMIME"), startTls);
    }

    public Speaks greets(Duration after) {
      return new Speaks(after, extensions, startTls);
    }
  }

  /// What it does with STARTTLS (RFC 3207).
  sealed interface StartTls {

    /// It does not offer it, and does not know it.
    record Unknown() implements StartTls {}

    /// It offers it and then answers with a line such as `454 4.7.0 TLS not available`.
    record Refused(String reply) implements StartTls {}

    /// It agrees, and says what is no TLS, one octet a character.
    record Babbles(String octets) implements StartTls {}

    /// It agrees and does it.
    record Secure(Door.Tls tls) implements StartTls {}

    /// The same, and it would agree to an old version, too, with those who offer no newer one.
    ///
    /// @param version as in a ServerHello, such as 0x0301 for TLS 1.0
    record SecureOrOld(Door.Tls tls, int version) implements StartTls {}

    /// It knows no version but an old one.
    record OldOnly(int version) implements StartTls {}

    /// It does it, and takes what was sent in clear text behind STARTTLS as if it had come under
    /// TLS (CVE-2011-0411).
    record KeepsWhatWasSaid(Door.Tls tls) implements StartTls {}
  }
}
