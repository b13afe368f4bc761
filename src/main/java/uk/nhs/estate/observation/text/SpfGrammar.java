package uk.nhs.estate.observation.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.text.SpfMacroString.Unreadable;

/// The grammar of SPF records (RFC 7208 §12).
final class SpfGrammar {
  /// The letters of §7.2 that may stand in the name of a domain.
  private static final String IN_DOMAINS = "slodiphv";

  /// Those that may stand anywhere else.
  private static final String ANYWHERE = IN_DOMAINS + "crt";

  private static final Pattern MODIFIER =
      Pattern.compile("([A-Za-z][A-Za-z0-9._-]*)=(.*)", Pattern.DOTALL);

  /// `dual-cidr-length` (§5.3).
  private static final Pattern LENGTHS = Pattern.compile("(?:/([0-9]+))?(?://([0-9]+))?$");

  /// `domain-end`: a label that is no number, or a macro (§7.1).
  private static final Pattern DOMAIN_END =
      Pattern.compile(
          ".*(?:\\.(?:[A-Za-z0-9]*[A-Za-z][A-Za-z0-9]*|[A-Za-z0-9]+-[A-Za-z0-9-]*[A-Za-z0-9])\\.?"
              + "|%\\{[^}]*\\}|%[%_-])");

  private SpfGrammar() {}

  /// The terms of a record, after its version.
  static List<SpfTerm> terms(String record, int start) {
    var terms = new ArrayList<SpfTerm>();
    boolean redirects = false;
    boolean explains = false;
    int at = start;
    while (at < record.length()) {
      int end = record.indexOf(' ', at);
      end = end < 0 ? record.length() : end;
      if (end > at) {
        var term = term(record.substring(at, end), at);
        boolean again =
            term instanceof SpfTerm.Redirect && redirects
                || term instanceof SpfTerm.Explanation && explains;
        redirects |= term instanceof SpfTerm.Redirect;
        explains |= term instanceof SpfTerm.Explanation;
        terms.add(
            again ? new SpfTerm.Malformed(term.text(), at, "a modifier that stands before") : term);
      }
      at = end + 1;
    }
    return terms;
  }

  private static SpfTerm term(String text, int position) {
    try {
      var modifier = MODIFIER.matcher(text);
      if (!modifier.matches()) {
        return directive(text, position);
      }
      var value = modifier.group(2);
      return switch (modifier.group(1).toLowerCase(Locale.ROOT)) {
        case "redirect" -> new SpfTerm.Redirect(text, position, domain(value));
        case "exp" -> new SpfTerm.Explanation(text, position, domain(value));
        default -> {
          SpfMacroString.read(value, ANYWHERE, false);
          yield new SpfTerm.Unknown(text, position, modifier.group(1));
        }
      };
    } catch (Unreadable e) {
      return new SpfTerm.Malformed(text, position, e.why());
    }
  }

  private static SpfTerm directive(String text, int position) throws Unreadable {
    var qualifier = SpfRecord.Qualifier.of(text.charAt(0));
    int start = qualifier.isPresent() ? 1 : 0;
    int end = start;
    while (end < text.length() && text.charAt(end) != ':' && text.charAt(end) != '/') {
      end++;
    }
    var mechanism =
        mechanism(text.substring(start, end).toLowerCase(Locale.ROOT), text.substring(end));
    return new SpfTerm.Directive(
        text, position, qualifier.orElse(SpfRecord.Qualifier.PASS), mechanism);
  }

  /// @param rest from the colon or the slash on; empty without one
  private static SpfMechanism mechanism(String name, String rest) throws Unreadable {
    return switch (name) {
      case "all" -> {
        if (!rest.isEmpty()) {
          throw new Unreadable("all takes nothing after it");
        }
        yield new SpfMechanism.All();
      }
      case "include" -> new SpfMechanism.Include(domain(needed(rest)));
      case "exists" -> new SpfMechanism.Exists(domain(needed(rest)));
      case "ptr" -> new SpfMechanism.Ptr(rest.isEmpty() ? null : domain(needed(rest)));
      case "ip4" -> new SpfMechanism.Ip4(network(needed(rest), false));
      case "ip6" -> new SpfMechanism.Ip6(network(needed(rest), true));
      case "a" -> {
        var hosts = Hosts.read(rest);
        yield new SpfMechanism.A(hosts.domain(), hosts.lengths());
      }
      case "mx" -> {
        var hosts = Hosts.read(rest);
        yield new SpfMechanism.Mx(hosts.domain(), hosts.lengths());
      }
      default -> throw new Unreadable("no mechanism of SPF");
    };
  }

  private static String needed(String rest) throws Unreadable {
    if (!rest.startsWith(":")) {
      throw new Unreadable("a colon and a value are missing");
    }
    return rest.substring(1);
  }

  private static IpNetwork network(String text, boolean ipv6) throws Unreadable {
    return IpNetwork.parse(text)
        .filter(network -> network.start().isIpv6() == ipv6)
        .orElseThrow(() -> new Unreadable("no " + (ipv6 ? "IPv6" : "IPv4") + " network"));
  }

  /// A name with lengths behind it, both of which may be left out.
  private record Hosts(@Nullable SpfMacroString domain, SpfMechanism.Lengths lengths) {

    static Hosts read(String rest) throws Unreadable {
      var lengths = LENGTHS.matcher(rest);
      if (!lengths.find()) {
        throw new IllegalStateException("what may be empty is always found");
      }
      var name = rest.substring(0, lengths.start());
      return new Hosts(
          name.isEmpty() ? null : SpfGrammar.domain(needed(name)),
          new SpfMechanism.Lengths(
              length(lengths.group(1), SpfMechanism.Lengths.WHOLE.ipv4()),
              length(lengths.group(2), SpfMechanism.Lengths.WHOLE.ipv6())));
    }

    private static int length(@Nullable String digits, int most) throws Unreadable {
      int length = digits == null ? most : IpNetwork.length(digits);
      if (length < 0 || length > most) {
        throw new Unreadable("a length that is not from 0 to " + most);
      }
      return length;
    }
  }

  /// `domain-spec` (§7.1).
  private static SpfMacroString domain(String text) throws Unreadable {
    var domain = SpfMacroString.read(text, IN_DOMAINS, false);
    if (!DOMAIN_END.matcher(text).matches()) {
      throw new Unreadable(text.isEmpty() ? "the name is missing" : "not the name of a domain");
    }
    return domain;
  }

  /// The words for a refused sender (§6.2); empty when they break the grammar.
  static Optional<SpfMacroString> explanation(String text) {
    try {
      return Optional.of(SpfMacroString.read(text, ANYWHERE, true));
    } catch (Unreadable _) {
      return Optional.empty();
    }
  }

  /// A character as people can read it.
  static String shown(char c) {
    return c > ' ' && c < 0x7F ? String.valueOf(c) : String.format("code %d", (int) c);
  }
}
