/// Looks at a site's TLS: the handshake of a browser, kept as it was sent, and what the server does
/// with every other offer.
@NullMarked
package uk.nhs.estate.probe.tls;

import org.jspecify.annotations.NullMarked;
