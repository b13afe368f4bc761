package uk.nhs.estate.observation.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a body is said to be, by its `Content-Type` fields, as browsers extract it (Fetch §2.2.2,
/// "extract a MIME type").
///
/// @param essence such as `text/html`, in lower case
/// @param charset the label of the character encoding as written; empty if none is given
public record ContentType(String essence, String charset) {

  /// Reads the fields; empty when there is none that is a media type, so that browsers guess.
  ///
  /// @param fields the values of all field lines
  public static Optional<ContentType> parse(List<String> fields) {
    Optional<ContentType> last = Optional.empty();
    for (var value : CommaSeparated.split(fields)) {
      var type = one(value);
      if (type.isPresent() && !type.get().essence.equals("*/*")) {
        var before = last;
        last =
            type.map(
                next ->
                    before
                        .filter(
                            known -> known.essence.equals(next.essence) && next.charset.isEmpty())
                        .orElse(next));
      }
    }
    return last;
  }

  /// Whether it is that of a page (HTML §7.5.1).
  public boolean isHtml() {
    return essence.equals("text/html") || essence.equals("application/xhtml+xml");
  }

  /// One media type (MIME Sniffing §4.4).
  private static Optional<ContentType> one(String value) {
    var rest = new Reader(value);
    rest.skipSpaces();
    var type = rest.token();
    if (type.isEmpty() || !rest.skip('/')) {
      return Optional.empty();
    }
    var subtype = rest.token();
    rest.skipSpaces();
    if (subtype.isEmpty() || !(rest.atEnd() || rest.skip(';'))) {
      return Optional.empty();
    }
    return Optional.of(
        new ContentType((type + "/" + subtype).toLowerCase(Locale.ROOT), charset(rest)));
  }

  /// The first parameter of that name; what is no parameter is passed over.
  private static String charset(Reader rest) {
    while (!rest.atEnd()) {
      rest.skipSpaces();
      var name = rest.token();
      if (!name.isEmpty() && rest.skip('=')) {
        var value = rest.tokenOrQuotedString();
        if (name.equalsIgnoreCase("charset") && !value.isEmpty()) {
          return value;
        }
      }
      rest.skipTo(';');
      rest.skip(';');
    }
    return "";
  }
}
