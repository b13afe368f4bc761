/// Validates what name servers answered (RFC 4033 to 4035, 5155, 6840), and says why when it fails.
/// No network: messages, keys and the time are given.
@NullMarked
package uk.nhs.estate.probe.dnssec;

import org.jspecify.annotations.NullMarked;
