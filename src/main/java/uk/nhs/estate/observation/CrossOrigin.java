package uk.nhs.estate.observation;

/// A request for a site's page as the script of another origin would make it (Fetch standard §3.2),
/// and what came of it. Redirects are not followed.
///
/// @param kind whose script it would be
/// @param origin what `Origin` said
/// @param method `GET`, or `OPTIONS` for a preflight with `Access-Control-Request-Method: GET`
public record CrossOrigin(Kind kind, String origin, String method, Visit visit) {

  /// Whose script it would be.
  public enum Kind {
    /// A name under `.invalid`, which nobody can have meant to let in.
    STRANGER,
    /// `null`, the origin of sandboxed frames, `data:` documents and local files.
    OPAQUE,
    /// Another registered domain that ends with the letters of the site's own.
    ENDS_ALIKE,
    /// Another registered domain whose name begins with the whole of the site's host.
    BEGINS_ALIKE,
    /// A name below the site's registered domain.
    SUBDOMAIN
  }

  CrossOrigin steady() {
    return new CrossOrigin(kind, origin, method, visit.steady());
  }
}
