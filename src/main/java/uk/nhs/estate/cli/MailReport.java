package uk.nhs.estate.cli;

import java.io.PrintWriter;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.MailWords;

/// The mail of a domain as it was seen, for a terminal.
final class MailReport {
  private MailReport() {}

  static void print(MailFacts mail, PrintWriter out) {
    out.printf("%s, seen %s%n", mail.name(), mail.seenAt());
    for (var about : MailWords.of(mail)) {
      out.printf("%n  %s%n", about.title());
      about.lines().forEach(line -> out.printf("    %s%n", Terminal.safe(line)));
    }
    out.printf("%n  %d questions to the DNS were answered%n%n", mail.lookups().size() + 3);
  }
}
