package uk.nhs.estate.observation.certificate;

/// Octets that are no certificate.
///
/// @param why what is wrong with them, in words
public record Unreadable(String fingerprint, String why) implements Sent {}
