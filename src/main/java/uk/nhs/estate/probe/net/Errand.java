package uk.nhs.estate.probe.net;

/// What a visit is for, and how much of it is wanted.
///
/// @param accept the media types to ask for (RFC 9110 §12.5.1)
/// @param wanted what of the last answer's body
/// @param bodyOctets the most to take of it
/// @param hops answers on the way, at the most
public record Errand(String accept, Wanted wanted, int bodyOctets, int hops) {}
