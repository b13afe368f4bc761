package uk.nhs.estate.check;

import java.util.regex.Pattern;

/// One thing wrong.
///
/// What cannot be kept (NUL and halves of surrogate pairs) is replaced, what is too long is cut.
///
/// @param subject what is wrong, in words that stay the same from scan to scan (a cookie's name, a
///     name server); empty when the target itself is the subject
/// @param evidence what was seen, which may change from scan to scan
public record Fault(String subject, String evidence) {

  /// No subject is longer: it is part of a finding's key.
  public static final int LONGEST_SUBJECT = 300;

  /// No evidence is longer.
  public static final int LONGEST_EVIDENCE = 2000;

  private static final Pattern UNKEEPABLE = Pattern.compile("[\\x00\\p{Cs}]");

  public Fault {
    subject = subject(subject);
    evidence = keepable(evidence, LONGEST_EVIDENCE);
  }

  static String subject(String text) {
    return keepable(text, LONGEST_SUBJECT);
  }

  static String keepable(String given, int longest) {
    var text = UNKEEPABLE.matcher(given).replaceAll("\uFFFD");
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
    return text.substring(0, end) + "…";
  }
}
