package uk.nhs.estate.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Asked;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.PointedAt;
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
    out.printf("  DNSSEC: %s%n", safe(words(dns.security())));
    if (dns.parentZone() != null) {
      out.printf("%n  Servers of %s, the zone above%n", safe(dns.parentZone()));
      dns.parentServers().forEach(server -> print(server, Question.NS, out));
    }
    if (!dns.servers().isEmpty()) {
      out.printf("%n  Its own servers%n");
      dns.servers()
          .forEach(
              server -> {
                print(server, Question.SOA, out);
                out.printf(
                    "      TCP %s; %d of %d questions answered, %d ms; DNSSEC %s%n",
                    safe(words(server.outcome(Question.SOA_BY_TCP))),
                    server.answered(),
                    server.sent(),
                    server.medianMillis(),
                    safe(words(server.security())));
              });
    }
    out.printf("%n  Records%n");
    print(dns.soa(), out);
    print(dns.ns(), out);
    print(dns.caa(), out);
    dns.records().forEach(lookup -> print(lookup, out));
    if (!dns.targets().isEmpty()) {
      out.printf("%n  Where its records point%n");
      dns.targets().forEach(target -> print(target, out));
    }
    out.println();
  }

  private static void print(ServerFacts server, Question question, PrintWriter out) {
    out.printf("    %s: %s%n", safe(server.label()), safe(words(server.outcome(question))));
  }

  private static void print(Lookup lookup, PrintWriter out) {
    var security = lookup.security() == null ? "" : " [" + word(lookup.security()) + "]";
    out.printf("    %s %s:", safe(lookup.name()), safe(lookup.type()));
    var data = lookup.data();
    if (data.size() > 1) {
      out.printf("%s%s%n", safe(arrows(lookup.aliases())), security);
      data.stream().limit(MOST_RECORDS).forEach(one -> out.printf("      %s%n", cut(safe(one))));
      if (data.size() > MOST_RECORDS) {
        out.printf("      … and %d more%n", data.size() - MOST_RECORDS);
      }
    } else {
      out.printf(" %s%s%n", cut(safe(words(lookup.answer()))), security);
    }
  }

  private static String arrows(List<String> aliases) {
    return aliases.stream().map(alias -> " → " + alias).collect(Collectors.joining());
  }

  private static String cut(String text) {
    return text.length() <= WIDEST
        ? text
        : text.substring(0, WIDEST) + "… (" + text.length() + " characters)";
  }

  private static void print(PointedAt target, PrintWriter out) {
    out.printf(
        "    %s: %s; %s%s%n",
        safe(target.name()),
        cut(safe(words(target.a().answer()))),
        cut(safe(words(target.aaaa().answer()))),
        target.provesThatItsDomainIsFree() ? "; its domain is not registered" : "");
  }

  private static String words(Asked.Outcome outcome) {
    return switch (outcome) {
      case Asked.Replied reply ->
          reply.rcode() + " " + String.join(" ", reply.flags()) + ", " + reply.octets() + " octets";
      case Asked.Unreplied(var obstacle, var tries) ->
          obstacle.words() + ", " + tries + (tries == 1 ? " try" : " tries");
      case Asked.NotAsked(var why, _) -> "not asked: " + why;
    };
  }

  private static String words(Lookup.Answer answer) {
    return switch (answer) {
      case Lookup.Found(var aliases, var records) ->
          aliases.stream().map(alias -> "→ " + alias + " ").collect(Collectors.joining())
              + records.stream().map(Lookup.ResourceRecord::data).collect(Collectors.joining(", "));
      case Lookup.Absent(var absence, _) ->
          switch (absence) {
            case NXDOMAIN -> "the name does not exist";
            case NODATA -> "none";
            case LOOP -> "its aliases go round in a circle";
          };
      case Lookup.Unasked(var obstacle) -> "could not ask: " + obstacle.words();
    };
  }

  private static String words(@Nullable Security security) {
    return switch (security) {
      case null -> "not validated";
      case Security.Secure _ -> "secure";
      case Security.Insecure(var why) -> "not signed (" + why + ")";
      case Security.Bogus bogus -> "broken: " + bogus.words();
      case Security.Unchecked(var obstacle) -> "could not check: " + obstacle.words();
    };
  }

  private static String word(Security security) {
    return switch (security) {
      case Security.Secure _ -> "secure";
      case Security.Insecure _ -> "not signed";
      case Security.Bogus _ -> "broken";
      case Security.Unchecked _ -> "could not check";
    };
  }

  private static String safe(String text) {
    return Terminal.safe(text);
  }
}
