package uk.nhs.estate.cli;

import java.io.PrintWriter;
import uk.nhs.estate.observation.Asked;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.PointedAt;
import uk.nhs.estate.observation.RegistrationFacts;
import uk.nhs.estate.observation.Security;
import uk.nhs.estate.observation.ServerFacts;

/// The DNS of a domain as it was seen, for a terminal.
final class DnsReport {
  /// A key or a long text says nothing to a reader; `--json` has all of it.
  private static final int WIDEST = 100;

  private static final int MOST_RECORDS = 12;

  private DnsReport() {}

  static void print(DnsFacts dns, PrintWriter out) {
    out.printf("%s, seen %s%n", dns.name(), dns.seenAt());
    out.printf("  DNSSEC: %s%n", safe(Security.words(dns.security())));
    if (dns.parentZone() != null) {
      out.printf("%n  Servers of %s, the zone above%n", safe(dns.parentZone()));
      dns.parentServers().forEach(server -> print(server, server.outcome(Question.NS), out));
    }
    if (!dns.servers().isEmpty()) {
      out.printf("%n  Its own servers%n");
      dns.servers()
          .forEach(
              server -> {
                print(server, server.soa(), out);
                out.printf(
                    "      TCP %s; %d of %d questions answered, %d ms; DNSSEC %s%n",
                    safe(server.outcome(Question.SOA_BY_TCP).words()),
                    server.answered(),
                    server.sent(),
                    server.medianMillis(),
                    safe(Security.words(server.security())));
              });
    }
    out.printf("%n  Records%n");
    print(dns.soa(), out);
    print(dns.ns(), out);
    print(dns.caa(), out);
    dns.nameServerAddresses().forEach(lookup -> print(lookup, out));
    dns.records().forEach(lookup -> print(lookup, out));
    if (!dns.targets().isEmpty()) {
      out.printf("%n  Where its records point%n");
      dns.targets().forEach(target -> print(target, out));
    }
    out.println();
  }

  static void print(RegistrationFacts registration, PrintWriter out) {
    out.printf(
        "  Registration of %s: %s%n%n", safe(registration.name()), safe(registration.words()));
  }

  private static void print(ServerFacts server, Asked.Outcome outcome, PrintWriter out) {
    out.printf("    %s: %s%n", safe(server.label()), safe(outcome.words()));
  }

  private static void print(Lookup lookup, PrintWriter out) {
    var words = lookup.answer().words();
    var security = " [" + Security.state(lookup.security()) + "]";
    out.printf("    %s %s:", safe(lookup.name()), safe(lookup.type()));
    if (words.size() == 1) {
      out.printf(" %s%s%n", cut(safe(words.getFirst())), security);
      return;
    }
    out.printf("%s%n", security);
    words.stream().limit(MOST_RECORDS).forEach(one -> out.printf("      %s%n", cut(safe(one))));
    if (words.size() > MOST_RECORDS) {
      out.printf("      … and %d more%n", words.size() - MOST_RECORDS);
    }
  }

  private static String cut(String text) {
    return text.length() <= WIDEST
        ? text
        : text.substring(0, WIDEST) + "… (" + text.length() + " characters)";
  }

  private static void print(PointedAt target, PrintWriter out) {
    out.printf(
        "    %s: %s; its domain: %s%n",
        safe(target.name()), cut(safe(target.existence())), safe(target.registration()));
  }

  private static String safe(String text) {
    return Terminal.safe(text);
  }
}
