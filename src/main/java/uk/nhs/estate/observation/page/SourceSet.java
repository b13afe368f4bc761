package uk.nhs.estate.observation.page;

import java.util.ArrayList;
import java.util.List;

/// The addresses in a `srcset` (HTML §4.8.4.2.2).
final class SourceSet {
  private SourceSet() {}

  static List<String> addresses(String text) {
    var addresses = new ArrayList<String>();
    int at = 0;
    while (true) {
      while (at < text.length() && (Tokens.isSpace(text.charAt(at)) || text.charAt(at) == ',')) {
        at++;
      }
      if (at == text.length()) {
        return addresses;
      }
      int start = at;
      while (at < text.length() && !Tokens.isSpace(text.charAt(at))) {
        at++;
      }
      int end = at;
      while (text.charAt(end - 1) == ',') {
        end--;
      }
      addresses.add(text.substring(start, end));
      if (end == at) {
        at = endOfDescriptors(text, at);
      }
    }
  }

  /// Commas in brackets part nothing.
  private static int endOfDescriptors(String text, int from) {
    boolean bracketed = false;
    for (int at = from; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == ',' && !bracketed) {
        return at;
      }
      bracketed = c == '(' || bracketed && c != ')';
    }
    return text.length();
  }
}
