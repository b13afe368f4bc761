package uk.nhs.estate.observation.tls;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A scheme of signatures.
///
/// @param code as on the wire
/// @param name as IANA lists it; its number if nobody lists it
/// @param hash such as `SHA-256`; empty when it is no choice of its own
public record SignatureScheme(int code, String name, String hash) {

  private static final class Registry {
    static final List<SignatureScheme> ALL =
        RegistryFile.read("signature-schemes.txt", SignatureScheme::of);
    static final Map<Integer, SignatureScheme> BY_CODE =
        ALL.stream().collect(Collectors.toMap(SignatureScheme::code, Function.identity()));
  }

  /// What a number means; a number that nobody lists is a scheme of which nothing is known.
  public static SignatureScheme of(int code) {
    var known = Registry.BY_CODE.get(code);
    return known == null ? new SignatureScheme(code, RegistryFile.unknown(code), "") : known;
  }

  /// The numbers of all schemes, in ascending order.
  public static List<Integer> codes() {
    return Registry.ALL.stream().map(SignatureScheme::code).toList();
  }

  private static SignatureScheme of(String[] columns) {
    return new SignatureScheme(
        Integer.parseInt(columns[0], 16), columns[1], columns[2].equals("-") ? "" : columns[2]);
  }

  /// Whether its hash is one for which others with the same value can be found.
  public boolean isWeak() {
    return hash.equals("MD5") || hash.equals("SHA-1");
  }
}
