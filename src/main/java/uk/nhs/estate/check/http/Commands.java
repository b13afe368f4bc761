package uk.nhs.estate.check.http;

/// Commands that several checks of HTTP share.
final class Commands {
  /// Shows the header of the page and of everything on the way there.
  static final String HEADER = "curl -sSIL https://{name}/";

  /// Shows the header of the first answer.
  static final String FIRST_HEADER = "curl -sSI https://{name}/";

  /// Shows the header of every answer on the way from http.
  static final String PLAIN_HEADER = "curl -sSIL http://{name}/";

  /// Shows the header of every answer under both names, with `www.` and without it.
  static final String BOTH_NAMES =
      "for n in $(echo {name} | sed 's/^www\\.//'); do"
          + " curl -sSIL http://$n/ https://$n/ http://www.$n/ https://www.$n/; done";

  /// Shows the file that says whom to tell of a vulnerability.
  static final String SECURITY_TXT = "curl -sSL https://{name}/.well-known/security.txt";

  /// Shows what the script of another origin is told.
  static final String CROSS_ORIGIN =
      "curl -sS -o /dev/null -D - -H 'Origin: https://other.example' https://{name}/";

  private Commands() {}
}
