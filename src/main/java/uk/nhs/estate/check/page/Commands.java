package uk.nhs.estate.check.page;

/// Commands that several checks of pages share.
final class Commands {
  /// Shows the page.
  static final String PAGE = "curl -sSL https://{name}/";

  /// Shows what the page runs and is styled by.
  static final String SCRIPTS =
      "curl -sSL https://{name}/ | grep -ioE '<(script|link)[^>]*(src|href)=[^>]*>'";

  /// Shows what the page loads without encryption.
  static final String OVER_HTTP = "curl -sSL https://{name}/ | grep -io '[^<]*http://[^>]*'";

  /// Shows its links.
  static final String LINKS = "curl -sSL https://{name}/ | grep -io '<a [^>]*>[^<]*'";

  private Commands() {}
}
