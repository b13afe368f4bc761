package uk.nhs.estate.observation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Lookup.ResourceRecord;

/// One question put directly to one address of a name server, and what came of it.
public record Asked(Question question, Outcome outcome) {

  /// The questions; all about the domain itself, but for the last three. Unless said otherwise by
  /// UDP, with EDNS and DO (RFC 6891, RFC 3225).
  public enum Question {
    SOA("SOA by UDP"),
    NS("NS by UDP"),
    DNSKEY("DNSKEY by UDP"),
    /// A name that the zone should not hold: shows how it denies, or its wildcard.
    DENIAL("a name that should not exist, by UDP"),
    /// Asked of the parent's servers: what they hold of the delegation's signing (RFC 4034 §5).
    DS("DS by UDP"),
    SOA_BY_TCP("SOA by TCP"),
    /// Without EDNS; asked only when the question with EDNS brought no use.
    SOA_WITHOUT_EDNS("SOA by UDP without EDNS"),
    /// The first message of a zone transfer (RFC 5936); the rest is never read.
    TRANSFER("transfer of the zone by TCP"),
    /// The SOA with EDNS version 1, which calls for BADVERS (RFC 6891 §6.1.3).
    EDNS_VERSION_1("SOA by UDP with EDNS version 1"),
    /// The SOA of the root, with recursion desired: foreign to every server but a root server.
    RECURSION("SOA of the root by UDP, with recursion desired"),
    /// `version.bind` TXT in the class CH.
    SOFTWARE_VERSION("version.bind TXT in the class CH by UDP");

    private final String words;

    Question(String words) {
      this.words = words;
    }

    /// What people read.
    public String words() {
      return words;
    }
  }

  /// What came of it.
  public sealed interface Outcome {

    /// What people read.
    default String words() {
      return switch (this) {
        case Replied reply ->
            reply.rcode()
                + (reply.isReferral()
                    ? ", a referral to the servers of " + String.join(", ", reply.referredTo())
                    : reply.has("aa") ? " with authority" : " without authority")
                + (reply.extendedErrors().isEmpty()
                    ? ""
                    : " (" + String.join(", ", reply.extendedErrors()) + ")");
        case Unreplied(var obstacle, var tries) ->
            obstacle.words() + (tries == 1 ? " (one try)" : " (" + tries + " tries)");
        case NotAsked(var why, _) -> "not asked, because " + why;
      };
    }
  }

  /// An answer to just this question.
  ///
  /// @param rcode the response code's mnemonic, such as `NOERROR`; extended codes as well
  /// @param flags the header's flags in lower case, such as `aa`
  /// @param edns the version in the OPT record; none without one
  /// @param extendedErrors code and text (RFC 8914)
  /// @param caseKept whether the question came back in the same upper and lower case
  /// @param octets the length of the message
  /// @param millis how long it took
  public record Replied(
      String rcode,
      List<String> flags,
      @Nullable Integer edns,
      List<String> extendedErrors,
      boolean caseKept,
      int octets,
      long millis,
      List<ResourceRecord> answer,
      List<ResourceRecord> authority,
      List<ResourceRecord> additional)
      implements Outcome {

    public Replied {
      flags = List.copyOf(flags);
      extendedErrors = List.copyOf(extendedErrors);
      answer = List.copyOf(answer);
      authority = List.copyOf(authority);
      additional = List.copyOf(additional);
    }

    /// Whether a flag of the header is set.
    public boolean has(String flag) {
      return flags.contains(flag);
    }

    /// Whether it says `NOERROR` or `NXDOMAIN`: all others are failures.
    public boolean isUsable() {
      return rcode.equals("NOERROR") || rcode.equals("NXDOMAIN");
    }

    /// The answer's records of one name and type.
    public List<ResourceRecord> answer(String name, String type) {
      return records(answer, name, type);
    }

    /// The authority section's records of one name and type.
    public List<ResourceRecord> authority(String name, String type) {
      return records(authority, name, type);
    }

    /// The additional section's records of one name and type.
    public List<ResourceRecord> additional(String name, String type) {
      return records(additional, name, type);
    }

    /// Whether it leads elsewhere: no answer, no authority of its own, NS records instead.
    public boolean isReferral() {
      return rcode.equals("NOERROR")
          && answer.isEmpty()
          && !has("aa")
          && authority.stream().anyMatch(r -> r.type().equals("NS"))
          && authority.stream().noneMatch(r -> r.type().equals("SOA"));
    }

    /// The zones whose servers it leads to.
    List<String> referredTo() {
      return authority.stream()
          .filter(r -> r.type().equals("NS"))
          .map(ResourceRecord::name)
          .distinct()
          .toList();
    }

    private static List<ResourceRecord> records(
        List<ResourceRecord> section, String name, String type) {
      return section.stream()
          .filter(r -> r.type().equals(type) && r.name().equalsIgnoreCase(name))
          .toList();
    }

    /// The same, but for the records.
    public Replied withoutRecords() {
      return new Replied(
          rcode,
          flags,
          edns,
          extendedErrors,
          caseKept,
          octets,
          millis,
          List.of(),
          List.of(),
          List.of());
    }

    Replied steady() {
      return new Replied(
          rcode,
          flags,
          edns,
          extendedErrors,
          caseKept,
          0,
          0,
          steady(answer),
          steady(authority),
          steady(additional));
    }

    private static List<ResourceRecord> steady(List<ResourceRecord> section) {
      return section.stream().map(Steady::of).sorted(Steady.ORDER).toList();
    }
  }

  /// No answer.
  ///
  /// @param tries how often it was asked
  public record Unreplied(Obstacle obstacle, int tries) implements Outcome {}

  /// Nobody asked.
  ///
  /// @param why such as a server that had been silent before
  /// @param mayPass whether it may be asked at the next look
  public record NotAsked(String why, boolean mayPass) implements Outcome {
    /// What was not asked this time.
    public NotAsked(String why) {
      this(why, true);
    }
  }

  /// What came back, if anything did.
  public Optional<Replied> reply() {
    return outcome instanceof Replied replied ? Optional.of(replied) : Optional.empty();
  }

  Asked steady() {
    return new Asked(
        question,
        switch (outcome) {
          case Replied replied -> replied.steady();
          case Unreplied(var obstacle, _) -> new Unreplied(new Obstacle(obstacle.kind()), 0);
          case NotAsked notAsked -> notAsked;
        });
  }

  /// A name in lower case, without the dot at its end.
  public static String plain(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    return lower.length() > 1 && lower.endsWith(".")
        ? lower.substring(0, lower.length() - 1)
        : lower;
  }

  /// Whether a name is a domain or below it; both in lower case, without the dot at the end.
  public static boolean isIn(String domain, String name) {
    return name.equals(domain) || name.endsWith("." + domain);
  }
}
