package uk.nhs.estate.observation;

/// The other name that people type for a site: with `www.` in front if the site's has none, or
/// without it.
///
/// Visits end where they lead to the site itself, which is visited anyway.
///
/// @param plain the visit to `http://host/`
/// @param secure the visit to `https://host/`
public record Sibling(String host, Visit plain, Visit secure) {

  Sibling steady() {
    return new Sibling(host, plain.steady(), secure.steady());
  }
}
