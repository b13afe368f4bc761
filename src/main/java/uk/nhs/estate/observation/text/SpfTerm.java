package uk.nhs.estate.observation.text;

import org.jspecify.annotations.Nullable;

/// One term of an SPF record (RFC 7208 §4.6.1).
///
/// Every term has the text as written and its position: how many characters of the record stand
/// before it.
public sealed interface SpfTerm {

  /// As written.
  String text();

  /// How many characters of the record stand before it.
  int position();

  /// What a matching sender is told.
  record Directive(String text, int position, SpfRecord.Qualifier qualifier, SpfMechanism mechanism)
      implements SpfTerm {}

  /// Whose record is read when nothing matches (§6.1).
  record Redirect(String text, int position, SpfMacroString domain) implements SpfTerm {}

  /// Where the words for a refused sender are (§6.2).
  record Explanation(String text, int position, SpfMacroString domain) implements SpfTerm {}

  /// A modifier of another standard, which is ignored (§6).
  record Unknown(String text, int position, String name) implements SpfTerm {}

  /// Against the grammar: the whole record is void (§4.6).
  record Malformed(String text, int position, String why) implements SpfTerm {}

  /// Whether it counts towards the ten terms that may ask the DNS (§4.6.4).
  default boolean asks() {
    return switch (this) {
      case Directive directive -> directive.mechanism().asks();
      case Redirect _ -> true;
      case Explanation _, Unknown _, Malformed _ -> false;
    };
  }

  /// The name that it is about, as written; none when that is the domain itself, or no name at all.
  default @Nullable SpfMacroString target() {
    return switch (this) {
      case Directive directive -> directive.mechanism().target();
      case Redirect redirect -> redirect.domain();
      case Explanation explanation -> explanation.domain();
      case Unknown _, Malformed _ -> null;
    };
  }
}
