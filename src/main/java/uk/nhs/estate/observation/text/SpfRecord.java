package uk.nhs.estate.observation.text;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Who may send mail for a domain: an SPF record's terms (RFC 7208 §4.6.1).
///
/// @param terms directives and modifiers as written, in order
public record SpfRecord(List<String> terms) {

  private static final Pattern ALL = Pattern.compile("([+?~-]?)all", Pattern.CASE_INSENSITIVE);

  private static final Pattern WITH_DOMAIN =
      Pattern.compile(
          "(?:[+?~-]?(?:include|exists|ptr|a|mx):|redirect=)([A-Za-z0-9._-]+)(?:/[0-9/]*)?",
          Pattern.CASE_INSENSITIVE);

  public SpfRecord {
    terms = List.copyOf(terms);
  }

  /// What a receiver is told of a sender that a directive matches (§4.6.2).
  public enum Qualifier {
    PASS,
    FAIL,
    SOFTFAIL,
    NEUTRAL
  }

  /// Reads a TXT record's text; empty when it does not begin with the version of SPF, ended by a
  /// space or by the end (§4.5).
  public static Optional<SpfRecord> parse(String txt) {
    var version = "v=spf1";
    if (!txt.regionMatches(true, 0, version, 0, version.length())) {
      return Optional.empty();
    }
    var rest = txt.substring(version.length());
    if (!rest.isEmpty() && rest.charAt(0) != ' ') {
      return Optional.empty();
    }
    return Optional.of(
        new SpfRecord(Stream.of(rest.split(" ", -1)).filter(term -> !term.isEmpty()).toList()));
  }

  /// What it says of everybody else: the first `all`, after which nothing is read (§5.1).
  public Optional<Qualifier> all() {
    return terms.stream()
        .map(ALL::matcher)
        .filter(Matcher::matches)
        .findFirst()
        .map(
            all ->
                switch (all.group(1)) {
                  case "-" -> Qualifier.FAIL;
                  case "~" -> Qualifier.SOFTFAIL;
                  case "?" -> Qualifier.NEUTRAL;
                  default -> Qualifier.PASS;
                });
  }

  /// Whether it lets nobody send: it says `-all` before anything else that may match (§10.1.2).
  public boolean letsNobodySend() {
    return terms.stream()
        .filter(term -> term.indexOf('=') < 0)
        .findFirst()
        .filter(term -> term.equalsIgnoreCase("-all"))
        .isPresent();
  }

  /// The domains whose holders have a say in who may send: those of the terms that are read. Macros
  /// (§7), which stand for many names, are left out.
  public List<String> domains() {
    boolean ends = all().isPresent(); // then nothing after it is read, nor a redirect (§5.1, §6.1)
    return terms.stream()
        .takeWhile(term -> !ALL.matcher(term).matches())
        .filter(term -> !ends || !term.regionMatches(true, 0, "redirect=", 0, 9))
        .map(WITH_DOMAIN::matcher)
        .filter(Matcher::matches)
        .map(term -> term.group(1))
        .toList();
  }
}
