package uk.nhs.estate.check.dnssec;

/// Commands that several checks of signing share.
final class Commands {
  /// Validates the zone and says where the chain of trust breaks.
  static final String VALIDATE = "delv {name} SOA +vtrace";

  /// Shows a signed answer as the name servers send it, whatever a resolver thinks of it.
  static final String SIGNED = "dig {name} SOA +dnssec +cdflag +multiline";

  /// Shows the keys with their tags, and their signatures.
  static final String KEYS = "dig {name} DNSKEY +dnssec +cdflag +multiline";

  /// Shows what the parent vouches for.
  static final String DS = "dig {name} DS +short";

  /// Shows what the parent vouches for, and the keys with their tags.
  static final String DS_AND_KEYS = DS + "; dig {name} DNSKEY +cdflag +multiline";

  /// Shows how names are denied.
  static final String DENIAL = "dig does-not-exist.{name} A +dnssec +cdflag";

  /// Shows how names are hashed to deny others.
  static final String NSEC3PARAM = "dig {name} NSEC3PARAM +short";

  private Commands() {}
}
