package uk.nhs.estate.observation;

/// Answers questions to the DNS: with what was answered when somebody looked, or by asking now.
///
/// What reads records by following them (SPF, DMARC and the like) asks through this, and so says
/// the same of what it meets on the network and of what was kept of it.
@FunctionalInterface
public interface Lookups {

  /// The answer for a name and a type. A question that was not asked is hidden.
  ///
  /// @param name as text without a dot at its end; may hold underscores
  /// @param type the record type's mnemonic, such as `TXT`
  Lookup asked(String name, String type);
}
