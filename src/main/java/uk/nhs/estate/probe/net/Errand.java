package uk.nhs.estate.probe.net;

/// What a visit is for, and how much of it is wanted.
///
/// @param accept the media types to ask for (RFC 9110 §12.5.1)
/// @param bodyOctets the most to take of the last answer's body; 0 when it is not wanted
/// @param hops answers on the way, at the most
public record Errand(String accept, int bodyOctets, int hops) {

  boolean wantsBody() {
    return bodyOctets > 0;
  }
}
