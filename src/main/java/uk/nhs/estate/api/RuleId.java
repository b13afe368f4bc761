package uk.nhs.estate.api;

import java.util.regex.Pattern;
import uk.nhs.estate.register.Refusal;

/// The id of a rule, in force or not.
record RuleId(String text) {
  private static final Pattern SHAPE = Pattern.compile("[a-z]{1,30}\\.[a-z0-9-]{1,100}");

  RuleId {
    if (!SHAPE.matcher(text).matches()) {
      throw new Refusal(
          "rule", Refusal.quote(text) + " is no check: give its id, as tls.certificate-expired.");
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
