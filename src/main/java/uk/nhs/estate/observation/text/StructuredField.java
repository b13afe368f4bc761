package uk.nhs.estate.observation.text;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Values of header fields that are written in the common grammar of RFC 9651: items, lists and
/// dictionaries.
///
/// A field that breaks the grammar anywhere says nothing at all (§4.2).
public final class StructuredField {
  private StructuredField() {}

  /// What a list or a dictionary holds (§3.1, §3.2).
  public sealed interface Member {
    /// What is said of it, by key (§3.1.2).
    Map<String, Bare> parameters();
  }

  /// One value (§3.3).
  public record Item(Bare value, Map<String, Bare> parameters) implements Member {
    public Item {
      parameters = inOrder(parameters);
    }

    /// Whether it is a certain token, in letters of the same case.
    public boolean isToken(String text) {
      return value.equals(new Token(text));
    }
  }

  /// Several values in parentheses (§3.1.1).
  public record InnerList(List<Item> items, Map<String, Bare> parameters) implements Member {
    public InnerList {
      items = List.copyOf(items);
      parameters = inOrder(parameters);
    }
  }

  /// A value without parameters.
  public sealed interface Bare {}

  /// A number without a fraction (§3.3.1).
  public record Whole(long number) implements Bare {}

  /// A number with a fraction (§3.3.2).
  public record Fraction(BigDecimal number) implements Bare {}

  /// Text in quotation marks (§3.3.3).
  public record Text(String text) implements Bare {}

  /// A word without quotation marks (§3.3.4).
  public record Token(String text) implements Bare {}

  /// Octets, each of them one character here (§3.3.5).
  public record Octets(String octets) implements Bare {}

  /// `?1` or `?0` (§3.3.6).
  public record Truth(boolean holds) implements Bare {}

  /// A moment in seconds since 1970 (§3.3.7).
  public record Moment(long seconds) implements Bare {}

  /// Text of any characters (§3.3.8).
  public record DisplayText(String text) implements Bare {}

  /// Reads a field that is one item; empty when it is none.
  ///
  /// @param lines the values of all field lines
  public static Optional<Item> item(List<String> lines) {
    return new StructuredReader(lines).item();
  }

  /// Reads a field that is a list; one without members is a list as well.
  ///
  /// @param lines the values of all field lines
  public static Optional<List<Member>> list(List<String> lines) {
    return new StructuredReader(lines).list();
  }

  /// Reads a field that is a dictionary, its keys in order; the last of several members with one
  /// key counts.
  ///
  /// @param lines the values of all field lines
  public static Optional<Map<String, Member>> dictionary(List<String> lines) {
    return new StructuredReader(lines).dictionary();
  }

  private static Map<String, Bare> inOrder(Map<String, Bare> parameters) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }
}
