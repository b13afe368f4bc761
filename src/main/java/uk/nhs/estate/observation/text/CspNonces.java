package uk.nhs.estate.observation.text;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import uk.nhs.estate.observation.text.CspSource.Nonce;

/// The nonces of policies, which are meant to differ at every look.
public final class CspNonces {
  private static final Pattern WORD = Pattern.compile("(?i)'?+nonce-[^'\\s;,]*+'?+");

  private CspNonces() {}

  /// All that keep to the grammar, whatever they let in.
  public static Set<String> of(Csp csp) {
    var nonces = new HashSet<String>();
    Stream.of(csp.policies(), csp.reported())
        .flatMap(List::stream)
        .flatMap(policy -> policy.directives().values().stream())
        .flatMap(List::stream)
        .forEach(
            word -> {
              if (word.startsWith("'") && CspSource.parse(word) instanceof Nonce(var value)) {
                nonces.add(value);
              }
            });
    return nonces;
  }

  /// A text in which each nonce is replaced by what is judged of it.
  ///
  /// @param repeated those that were met again at a second look
  public static String steady(String text, Set<String> repeated) {
    return WORD.matcher(text)
        .replaceAll(
            word ->
                switch (CspSource.parse(word.group())) {
                  case Nonce nonce ->
                      "'nonce-"
                          + (repeated.contains(nonce.value()) ? "repeated" : "new")
                          + (nonce.isShort() ? "-short'" : "'");
                  default -> word.group().startsWith("'") ? "'nonce-" : "nonce-";
                });
  }
}
