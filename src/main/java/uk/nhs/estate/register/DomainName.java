package uk.nhs.estate.register;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Names a host or a domain, in its one canonical form: lower-case A-labels, no trailing dot, at
/// least two labels.
///
/// The rules are those for host names: letters, digits and hyphens (RFC 1123 §2.1, RFC 952), labels
/// of up to 63 and names of up to 253 characters (RFC 1035 §2.3.4), A-labels that are valid (RFC
/// 5891 §4.2), and an end that cannot be mistaken for an IPv4 address (RFC 3696 §2).
///
/// @param ascii the name, for example `www.xn--caf-dma.nhs.uk`
public record DomainName(String ascii) implements Comparable<DomainName> {

  private static final int MOST_IN_A_LABEL = 63;
  private static final int MOST_IN_A_NAME = 253;

  public DomainName {
    if (ascii.length() > MOST_IN_A_NAME) {
      throw refusal(ascii, "is too long: a name has at most " + MOST_IN_A_NAME + " characters");
    }
    int labels = 0;
    for (int start = 0; start <= ascii.length(); ) {
      int dot = ascii.indexOf('.', start);
      int end = dot < 0 ? ascii.length() : dot;
      checkLabel(ascii, start, end);
      labels++;
      start = end + 1;
    }
    if (IpAddressText.endsInANumber(ascii)) {
      throw refusal(ascii, "ends in a number, as an IP address does and a name cannot");
    }
    if (labels < 2) {
      throw refusal(
          ascii, "is not a whole name: give it with its ending, as in " + ascii + ".nhs.uk");
    }
    if (ascii.contains("xn--")) {
      InternationalName.check(ascii);
    }
  }

  /// Reads a name as people write it: in any case, with national characters, with a trailing dot.
  ///
  /// @throws Refusal if the text is no name, with advice that fits the mistake
  public static DomainName parse(String text) {
    return NameText.parse(text);
  }

  /// The name as people read it: A-labels shown in their own script.
  public String unicode() {
    return ascii.contains("xn--") ? InternationalName.toUnicode(ascii) : ascii;
  }

  /// The labels from left to right: `www`, `example`, `nhs`, `uk`.
  public List<String> labels() {
    var labels = new ArrayList<String>(4);
    int start = 0;
    for (int dot = ascii.indexOf('.'); dot >= 0; dot = ascii.indexOf('.', start)) {
      labels.add(ascii.substring(start, dot));
      start = dot + 1;
    }
    labels.add(ascii.substring(start));
    return Collections.unmodifiableList(labels);
  }

  /// The name one label up, unless only a top-level domain is left.
  public Optional<DomainName> parent() {
    String rest = ascii.substring(ascii.indexOf('.') + 1);
    return rest.indexOf('.') < 0 ? Optional.empty() : Optional.of(new DomainName(rest));
  }

  /// True if this name is strictly below the other one.
  public boolean isUnder(DomainName other) {
    int dot = ascii.length() - other.ascii.length() - 1;
    return dot > 0 && ascii.charAt(dot) == '.' && ascii.endsWith(other.ascii);
  }

  /// Orders by the labels from right to left, so that a domain stands before what is below it and
  /// beside its kin.
  @Override
  public int compareTo(DomainName other) {
    var mine = labels();
    var theirs = other.labels();
    for (int back = 1; back <= mine.size() && back <= theirs.size(); back++) {
      int order = mine.get(mine.size() - back).compareTo(theirs.get(theirs.size() - back));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(mine.size(), theirs.size());
  }

  @Override
  public String toString() {
    return ascii;
  }

  private static void checkLabel(String name, int start, int end) {
    if (start == end) {
      throw refusal(
          name,
          name.isEmpty()
              ? "is empty: give a name"
              : "has a dot too many, or one in the wrong place");
    }
    if (end - start > MOST_IN_A_LABEL) {
      throw refusal(
          name,
          "has a part of %d characters between its dots; %d are the most"
              .formatted(end - start, MOST_IN_A_LABEL));
    }
    for (int at = start; at < end; at++) {
      char c = name.charAt(at);
      boolean fits = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
      if (!fits) {
        throw refusal(
            name,
            "contains %s; a host name has only letters, digits, hyphens and dots"
                .formatted(Refusal.quote(String.valueOf(c))));
      }
    }
    if (name.charAt(start) == '-' || name.charAt(end - 1) == '-') {
      throw refusal(
          name, "has a hyphen at the start or the end of a part; it may stand only inside");
    }
  }

  static Refusal refusal(String text, String why) {
    return new Refusal("name", Refusal.quote(text) + " " + why + ".");
  }
}
