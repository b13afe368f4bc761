package uk.nhs.estate.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The number of a program's release, to compare: `3.5.0` comes after `3.5.0-rc.1` and `3.10` after
/// both.
///
/// @param numbers its numbers, without zeros at the end
/// @param before what it says of itself as a release before the release, such as `rc.1`; empty for
///     none
record ReleaseNumber(List<Integer> numbers, String before) implements Comparable<ReleaseNumber> {
  private static final int MOST_NUMBERS = 5;
  private static final int MOST_DIGITS = 6;

  ReleaseNumber {
    numbers = List.copyOf(numbers);
  }

  /// The text of the number that stands at a place: two numbers at least, and a word that says it
  /// came before the release. A number with another word is that of another release.
  static Optional<String> at(String text, int start) {
    int at = start;
    int numbers = 0;
    while (numbers < MOST_NUMBERS) {
      int end = digits(text, at);
      if (end == at || end - at > MOST_DIGITS) {
        break;
      }
      numbers++;
      at = end;
      if (!text.startsWith(".", at) || digits(text, at + 1) == at + 1) {
        break;
      }
      at++;
    }
    if (numbers < 2) {
      return Optional.empty();
    }
    int dash = text.startsWith("-", at) || text.startsWith(".", at) ? at + 1 : at;
    for (var word : List.of("alpha", "beta", "rc", "b")) {
      if (text.startsWith(word, dash)) {
        int end = dash + word.length();
        end = digits(text, text.startsWith(".", end) ? end + 1 : end);
        return Optional.of(text.substring(start, end));
      }
    }
    boolean ends = at == text.length() || !Character.isLetterOrDigit(text.charAt(at));
    boolean min = text.startsWith("-min", at) || !text.startsWith("-", at);
    return ends && min ? Optional.of(text.substring(start, at)) : Optional.empty();
  }

  private static int digits(String text, int from) {
    int end = Math.min(from, text.length());
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  static ReleaseNumber of(String text) {
    var numbers = new ArrayList<Integer>();
    int at = 0;
    while (true) {
      int end = digits(text, at);
      numbers.add(
          end == at ? 0 : Integer.parseInt(text.substring(at, Math.min(end, at + MOST_DIGITS))));
      if (!text.startsWith(".", end) || digits(text, end + 1) == end + 1) {
        while (numbers.size() > 1 && numbers.getLast() == 0) {
          numbers.removeLast();
        }
        return new ReleaseNumber(numbers, text.substring(end));
      }
      at = end + 1;
    }
  }

  @Override
  public int compareTo(ReleaseNumber other) {
    for (int at = 0; at < Math.max(numbers.size(), other.numbers.size()); at++) {
      int mine = at < numbers.size() ? numbers.get(at) : 0;
      int its = at < other.numbers.size() ? other.numbers.get(at) : 0;
      if (mine != its) {
        return Integer.compare(mine, its);
      }
    }
    if (before.isEmpty() || other.before.isEmpty()) {
      return Boolean.compare(before.isEmpty(), other.before.isEmpty());
    }
    return before.compareTo(other.before);
  }
}
