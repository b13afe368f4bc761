/// Looks at a site's TLS: one handshake, kept as it was sent.
@NullMarked
package uk.nhs.estate.probe.tls;

import org.jspecify.annotations.NullMarked;
