package uk.nhs.estate.register;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Knows under which names the public may register, and so where a registered name begins.
///
/// This is the algorithm of the Public Suffix List
/// (<https://github.com/publicsuffix/list/wiki/Format>): an exception wins, else the rule with the
/// most labels, else the last label alone.
public final class PublicSuffixes {

  /// Who keeps a rule.
  public enum Section {
    /// A registry: names below the suffix are delegated in the DNS.
    ICANN,
    /// A company that hands out names below one of its own, such as a website builder.
    PRIVATE,
    /// Nobody: the top-level domain is not on the list (as `.test`).
    UNLISTED
  }

  /// A public suffix.
  ///
  /// @param ascii its labels, lower case, maybe only one: `nhs.uk`, `com`
  public record Suffix(String ascii, Section section) {}

  private static final String BUNDLED = "/scanner-config/lists/public_suffix_list.dat";

  private final Map<String, Section> plain = new HashMap<>(32_768);
  private final Map<String, Section> wildcards = new HashMap<>();
  private final Map<String, Section> exceptions = new HashMap<>();

  private PublicSuffixes() {}

  /// The list that travels with the program, read once.
  public static PublicSuffixes bundled() {
    return Bundled.LIST;
  }

  /// Reads the list in its published form.
  ///
  /// @throws Refusal if a line is no rule, or the text is not the list at all
  public static PublicSuffixes read(Reader text) throws IOException {
    var suffixes = new PublicSuffixes();
    var lines = new BufferedReader(text);
    var section = Section.UNLISTED;
    int number = 0;
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (line.startsWith("// ===BEGIN ICANN DOMAINS===")) {
        section = Section.ICANN;
      } else if (line.startsWith("// ===BEGIN PRIVATE DOMAINS===")) {
        section = Section.PRIVATE;
      } else if (!line.isBlank() && !line.startsWith("//")) {
        suffixes.add(line.strip().split("\\s", 2)[0], section, number);
      }
    }
    if (suffixes.plain.isEmpty()) {
      throw new Refusal("public suffix list", "The file holds no rule of the Public Suffix List.");
    }
    return suffixes;
  }

  /// The public suffix of a name, by the rules of both sections.
  public Suffix suffix(DomainName name) {
    return suffix(name, Section.PRIVATE);
  }

  /// The registered name: the public suffix and one label more; empty if the name is itself a
  /// public suffix.
  public Optional<DomainName> registrable(DomainName name) {
    return below(name, suffix(name));
  }

  /// Whether a host is itself a public suffix, as every top-level domain is; what is no name of the
  /// DNS is none.
  public boolean isSuffix(String host) {
    if (host.indexOf('.') < 0) {
      return true;
    }
    try {
      return registrable(new DomainName(host)).isEmpty();
    } catch (Refusal _) {
      return false;
    }
  }

  /// The name registered with a registry (rules of the ICANN section only): where registration data
  /// and DNSSEC are found.
  public Optional<DomainName> registrableAtRegistry(DomainName name) {
    return below(name, suffix(name, Section.ICANN));
  }

  /// The domain that a host belongs to.
  ///
  /// @throws Refusal if the name is a public suffix, which belongs to nobody in particular
  public Domain domain(DomainName name) {
    return new Domain(registrable(name).orElseThrow(() -> isSuffix(name)));
  }

  /// The site at a host, with the domain it belongs to.
  ///
  /// @throws Refusal if the name is a public suffix, which belongs to nobody in particular
  public Site site(DomainName host) {
    return new Site(host, domain(host).name());
  }

  private static Refusal isSuffix(DomainName name) {
    return DomainName.refusal(
        name.ascii(), "is a public suffix: others register names below it, so give the whole name");
  }

  private Suffix suffix(DomainName name, Section last) {
    String ascii = name.ascii();
    for (String tail = ascii; !tail.isEmpty(); tail = above(tail)) {
      var section = counting(exceptions.get(tail), last);
      if (section != null) {
        return new Suffix(above(tail), section);
      }
    }
    for (String tail = ascii; !tail.isEmpty(); tail = above(tail)) {
      var section = counting(plain.get(tail), last);
      if (section == null) {
        section = counting(wildcards.get(above(tail)), last);
      }
      if (section != null) {
        return new Suffix(tail, section);
      }
    }
    return new Suffix(ascii.substring(ascii.lastIndexOf('.') + 1), Section.UNLISTED);
  }

  private void add(String rule, Section section, int line) {
    boolean exception = rule.startsWith("!");
    boolean wildcard = rule.startsWith("*.");
    String text = rule.substring(exception ? 1 : wildcard ? 2 : 0).toLowerCase(Locale.ROOT);
    if (section == Section.UNLISTED
        || text.indexOf('*') >= 0
        || (exception && text.indexOf('.') < 0)) {
      throw new Refusal(
          "public suffix list",
          "Line %d is no rule of the Public Suffix List: %s.".formatted(line, Refusal.quote(rule)));
    }
    var rules = exception ? exceptions : wildcard ? wildcards : plain;
    rules.put(InternationalName.toAscii(text), section);
  }

  private static @Nullable Section counting(@Nullable Section section, Section last) {
    return section == Section.PRIVATE && last == Section.ICANN ? null : section;
  }

  private static Optional<DomainName> below(DomainName name, Suffix suffix) {
    int dot = name.ascii().length() - suffix.ascii().length() - 1;
    if (dot < 0) {
      return Optional.empty();
    }
    String ascii = name.ascii();
    int start = ascii.lastIndexOf('.', dot - 1) + 1;
    return Optional.of(start == 0 ? name : new DomainName(ascii.substring(start)));
  }

  private static String above(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1);
  }

  private static final class Bundled {
    static final PublicSuffixes LIST = load();

    private static PublicSuffixes load() {
      try (var stream =
              Objects.requireNonNull(PublicSuffixes.class.getResourceAsStream(BUNDLED), BUNDLED);
          var text = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
        return read(text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
