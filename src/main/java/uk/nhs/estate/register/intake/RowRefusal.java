package uk.nhs.estate.register.intake;

import uk.nhs.estate.register.Refusal;

/// A refusal of one row, with the reason and the text that earned it.
final class RowRefusal extends Refusal {

  private final Reason reason;
  private final String text;

  RowRefusal(Reason reason, String field, String text, String message) {
    super(field, message);
    this.reason = reason;
    this.text = text;
  }

  Reason reason() {
    return reason;
  }

  String text() {
    return text;
  }
}
