package uk.nhs.estate.register;

/// Something that can be looked at: a domain or a site.
public sealed interface Target permits Domain, Site {

  /// The two kinds of target.
  enum Kind {
    DOMAIN,
    SITE
  }

  /// The name under which it is looked at.
  DomainName name();

  /// Which of the two it is.
  Kind kind();
}
