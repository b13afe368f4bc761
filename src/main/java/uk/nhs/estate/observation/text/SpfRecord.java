package uk.nhs.estate.observation.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.nhs.estate.observation.text.SpfTerm.Directive;
import uk.nhs.estate.observation.text.SpfTerm.Malformed;
import uk.nhs.estate.observation.text.SpfTerm.Redirect;

/// Who may send mail for a domain: an SPF record (RFC 7208 §3).
///
/// @param text the whole record as written, its strings joined
/// @param terms directives and modifiers, in order
public record SpfRecord(String text, List<SpfTerm> terms) {

  private static final String VERSION = "v=spf1";

  public SpfRecord {
    terms = List.copyOf(terms);
  }

  /// What a receiver is told of a sender that a directive matches (§4.6.2).
  public enum Qualifier {
    PASS('+'),
    FAIL('-'),
    SOFTFAIL('~'),
    NEUTRAL('?');

    private final char sign;

    Qualifier(char sign) {
      this.sign = sign;
    }

    /// What stands before the mechanism; a plus sign may be left out.
    public char sign() {
      return sign;
    }

    static Optional<Qualifier> of(char sign) {
      return Stream.of(values()).filter(one -> one.sign == sign).findFirst();
    }
  }

  /// Reads a TXT record's text; empty when it does not begin with the version of SPF, ended by a
  /// space or by the end (§4.5). What breaks the grammar is among the terms.
  public static Optional<SpfRecord> parse(String txt) {
    if (!txt.regionMatches(true, 0, VERSION, 0, VERSION.length())
        || txt.length() > VERSION.length() && txt.charAt(VERSION.length()) != ' ') {
      return Optional.empty();
    }
    return Optional.of(new SpfRecord(txt, SpfGrammar.terms(txt, VERSION.length())));
  }

  /// Reads the words for a refused sender at the name that `exp` gives (§6.2); empty when they
  /// break the grammar.
  public static Optional<SpfMacroString> explanation(String txt) {
    return SpfGrammar.explanation(txt);
  }

  /// The terms that break the grammar: with one of them the whole record is void (§4.6).
  public List<Malformed> malformed() {
    return only(Malformed.class).toList();
  }

  /// The directives, in order.
  public List<Directive> directives() {
    return only(Directive.class).toList();
  }

  /// Whose record is read when nothing matches (§6.1).
  public Optional<Redirect> redirect() {
    return only(Redirect.class).findFirst();
  }

  /// Where the words for a refused sender are (§6.2).
  public Optional<SpfTerm.Explanation> explanation() {
    return only(SpfTerm.Explanation.class).findFirst();
  }

  private <T extends SpfTerm> Stream<T> only(Class<T> kind) {
    return terms.stream().filter(kind::isInstance).map(kind::cast);
  }

  /// What it says of everybody else: the first `all`, after which nothing is read (§5.1).
  public Optional<Qualifier> all() {
    return only(Directive.class).filter(SpfRecord::isAll).findFirst().map(Directive::qualifier);
  }

  private static boolean isAll(SpfTerm term) {
    return term instanceof Directive directive && directive.mechanism() instanceof SpfMechanism.All;
  }

  /// Whether it lets nobody send: it says `-all` before anything else that may match (§10.1.2).
  public boolean letsNobodySend() {
    return only(Directive.class)
        .findFirst()
        .filter(first -> isAll(first) && first.qualifier() == Qualifier.FAIL)
        .isPresent();
  }

  /// The domains whose holders have a say in who may send: those of the terms that are read. Macros
  /// (§7), which stand for many names, are left out.
  public List<String> domains() {
    boolean ends = all().isPresent(); // then nothing after it is read, nor a redirect (§5.1, §6.1)
    return terms.stream()
        .takeWhile(term -> !isAll(term))
        .filter(term -> term instanceof Directive || term instanceof Redirect && !ends)
        .flatMap(term -> Stream.ofNullable(term.target()))
        .filter(SpfMacroString::isPlain)
        .map(SpfMacroString::text)
        .toList();
  }
}
