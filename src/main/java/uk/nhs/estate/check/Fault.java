package uk.nhs.estate.check;

/// One thing wrong.
///
/// @param subject what is wrong, in words that stay the same from scan to scan (a cookie's name, a
///     name server); empty when the target itself is the subject
/// @param evidence what was seen, which may change from scan to scan
public record Fault(String subject, String evidence) {

  /// No subject is longer: it is part of a finding's key.
  public static final int LONGEST_SUBJECT = 300;

  /// No evidence is longer.
  public static final int LONGEST_EVIDENCE = 2000;

  public Fault {
    subject = cut(subject, LONGEST_SUBJECT);
    evidence = cut(evidence, LONGEST_EVIDENCE);
  }

  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
    return text.substring(0, end) + "…";
  }
}
