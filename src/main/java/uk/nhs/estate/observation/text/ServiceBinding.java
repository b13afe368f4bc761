package uk.nhs.estate.observation.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Where and how a service is reached: one SVCB or HTTPS record (RFC 9460 §2).
///
/// @param priority 0 makes it an alias (§2.4.1)
/// @param target as written, with the dot at its end
/// @param parameters in the order written; a sound record has each key once
public record ServiceBinding(int priority, String target, List<Parameter> parameters) {

  private static final Pattern RDATA = Pattern.compile("([0-9]{1,5}) (\\S+)( .*)?", Pattern.DOTALL);
  private static final Pattern KEY = Pattern.compile("[a-z0-9-]{1,63}");

  public ServiceBinding {
    parameters = List.copyOf(parameters);
  }

  /// A parameter.
  ///
  /// @param key such as `alpn`; one that has no name is `key` and its number
  /// @param value without quotation marks and escapes, each byte one character; may be empty
  public record Parameter(String key, String value) {}

  /// Reads RDATA in presentation format (§2.1, appendix A).
  ///
  /// @throws IllegalArgumentException for text that is no RDATA; it is written by us, not by others
  public static ServiceBinding parse(String rdata) {
    var parts = RDATA.matcher(rdata);
    if (!parts.matches() || Integer.parseInt(parts.group(1)) > 0xFFFF) {
      throw new IllegalArgumentException("Not the data of an HTTPS record: " + rdata);
    }
    return new ServiceBinding(
        Integer.parseInt(parts.group(1)),
        parts.group(2),
        parts.group(3) == null ? List.of() : parameters(parts.group(3)));
  }

  /// Whether it is an alias of its target (§2.4.2).
  public boolean isAlias() {
    return priority == 0;
  }

  /// The values of all parameters of a key.
  public List<String> values(String key) {
    return parameters.stream().filter(one -> one.key().equals(key)).map(Parameter::value).toList();
  }

  /// The keys that a client must understand, or else pass the record over (§8).
  public List<String> mandatory() {
    return values("mandatory").stream().flatMap(list -> Stream.of(list.split(",", -1))).toList();
  }

  private static List<Parameter> parameters(String text) {
    var parameters = new ArrayList<Parameter>();
    for (var word : words(text)) {
      int equals = word.indexOf('=');
      var key = equals < 0 ? word : word.substring(0, equals);
      if (!KEY.matcher(key).matches()) {
        throw new IllegalArgumentException("Not a parameter: " + word);
      }
      parameters.add(new Parameter(key, equals < 0 ? "" : value(word.substring(equals + 1))));
    }
    return parameters;
  }

  /// A value is one character-string.
  private static String value(String written) {
    var strings = TxtData.parse(written).strings();
    if (strings.size() > 1) {
      throw new IllegalArgumentException("More than one value: " + written);
    }
    return strings.isEmpty() ? "" : strings.getFirst();
  }

  /// Splits at the spaces outside quotation marks.
  private static List<String> words(String text) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    boolean quoted = false;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == ' ' && !quoted) {
        take(word, words);
      } else {
        word.append(c);
        if (c == '\\' && at + 1 < text.length()) {
          word.append(text.charAt(++at));
        } else if (c == '"') {
          quoted = !quoted;
        }
      }
    }
    take(word, words);
    return words;
  }

  private static void take(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }
}
