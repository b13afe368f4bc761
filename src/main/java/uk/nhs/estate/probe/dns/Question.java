package uk.nhs.estate.probe.dns;

/// What to ask the DNS.
///
/// @param name absolute, with or without its last dot; in presentation format (RFC 1035 §5.1)
/// @param type the record type's mnemonic, such as `MX`
record Question(String name, String type) {}
