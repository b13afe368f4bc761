package uk.nhs.estate.web;

/// Says what went wrong and what to do.
///
/// @param title a heading
/// @param what what happened, in whole sentences
/// @param todo what the reader can do, in whole sentences
public record ErrorPage(String title, String what, String todo) {

  private static final String FROM_THE_START = "Go back and try again, or begin with the estate.";

  /// The page for a status.
  ///
  /// @param what what happened, if there is more to say than the status does
  static ErrorPage of(int status, String what) {
    return switch (status) {
      case 404 ->
          new ErrorPage(
              "Page not found",
              what.isEmpty() ? "There is nothing at this address." : what,
              "Check the address, or search for a name or an ODS code.");
      case 403 ->
          new ErrorPage(
              "This is not allowed",
              what.isEmpty() ? "The request did not come from one of these pages." : what,
              "Open the page in this browser and use its own buttons.");
      case 405 ->
          new ErrorPage(
              "This address does not work that way",
              what.isEmpty() ? "The page cannot be asked for in this manner." : what,
              FROM_THE_START);
      case 413 ->
          new ErrorPage(
              "That was too much",
              what.isEmpty() ? "What was sent is larger than we read." : what,
              "Send less.");
      case 429 ->
          new ErrorPage(
              "Too many requests",
              what.isEmpty() ? "There were too many requests in a short time." : what,
              "Wait a minute, then try again.");
      case 503 ->
          new ErrorPage(
              "The service is not available",
              what.isEmpty() ? "The database cannot be reached." : what,
              "Try again in a few minutes.");
      default ->
          status < 500
              ? new ErrorPage(
                  "We cannot use what was asked",
                  what.isEmpty() ? "Something in the address or the form is wrong." : what,
                  FROM_THE_START)
              : new ErrorPage(
                  "Sorry, there is a problem with the service",
                  "The fault is ours, and it is in our log.",
                  "Try again later. If it happens again, tell whoever runs this service when it"
                      + " happened and what you did.");
    };
  }
}
