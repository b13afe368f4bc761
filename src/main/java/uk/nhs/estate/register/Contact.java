package uk.nhs.estate.register;

/// Who answers for a domain, a site or an organisation, in one of three roles.
public record Contact(Role role, EmailAddress address) {

  /// What a contact answers for.
  public enum Role {
    /// Registration and delegation; should be a role's mailbox, not a person's.
    DOMAIN_NAME_ADMINISTRATOR,
    /// Servers, certificates and web pages.
    TECHNICAL,
    /// Reports of weaknesses.
    SECURITY
  }
}
