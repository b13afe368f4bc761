package uk.nhs.estate.advice;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.MailUse;

/// Records about how mail gets to a domain, or that none does, for domains that have none yet.
final class TransportAdvice {
  /// Changes whenever the policy does (RFC 8461 §3.1, `id`).
  private static final DateTimeFormatter ID =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

  /// A week in seconds: what RFC 8461 §3.2 wants at the least of a policy that is to protect.
  private static final int MAX_AGE = 604_800;

  private TransportAdvice() {}

  /// That a domain without mail takes none (RFC 7505).
  static Optional<Advice> nullMx(MailFacts mail) {
    return MailUse.of(mail) instanceof MailUse.Unused && mail.mx().answer() instanceof Lookup.Absent
        ? Optional.of(
            advice(
                "Null MX",
                new ZoneRecord(mail.name(), "MX", "0 ."),
                null,
                "Mail that is sent to the domain by mistake then comes back at once.",
                "Make sure that nobody reads mail that is sent to the domain."))
        : Optional.empty();
  }

  /// Reports on mail that could not be sent encrypted (RFC 8460).
  static Optional<Advice> tlsReports(MailFacts mail) {
    var name = "_smtp._tls." + mail.name();
    return takesMailWithout(name, mail)
        ? Optional.of(
            advice(
                "TLS reports",
                new ZoneRecord(name, "TXT", "v=TLSRPTv1; rua=mailto:tls-reports@" + mail.name()),
                null,
                "You learn when others cannot send you mail encrypted.",
                "Set up the mailbox tls-reports@"
                    + mail.name()
                    + ", or put in the address of a service that reads the reports for you."))
        : Optional.empty();
  }

  /// A policy to send mail encrypted to these servers only (RFC 8461), to be tried out first.
  static Optional<Advice> strictTransport(MailFacts mail) {
    var name = "_mta-sts." + mail.name();
    if (!takesMailWithout(name, mail)) {
      return Optional.empty();
    }
    var servers = mail.exchangeNames().stream().map(host -> "mx: " + host + "\n").toList();
    return Optional.of(
        advice(
            "MTA-STS",
            new ZoneRecord(name, "TXT", "v=STSv1; id=" + ID.format(mail.seenAt())),
            new WebFile(
                "https://mta-sts." + mail.name() + "/.well-known/mta-sts.txt",
                "version: STSv1\nmode: testing\n"
                    + String.join("", servers)
                    + "max_age: "
                    + MAX_AGE
                    + "\n"),
            "Senders then learn to send you mail encrypted, and to these servers only.",
            "Publish the file before the record. Read the TLS reports before mode becomes enforce:"
                + " each server needs a certificate with its name that senders trust. Give the"
                + " record another id whenever the file changes."));
  }

  /// Whether a domain that takes mail was proved not to have a record.
  private static boolean takesMailWithout(String name, MailFacts mail) {
    return MailUse.of(mail) instanceof MailUse.Used(var takes)
        && takes
        && mail.asked(name, "TXT").answer() instanceof Lookup.Absent;
  }

  private static Advice advice(
      String subject, ZoneRecord record, @Nullable WebFile file, String reason, String first) {
    return new Advice(
        subject,
        record,
        file,
        List.of(),
        reason,
        List.of("the domain has no such record today"),
        List.of(first));
  }
}
