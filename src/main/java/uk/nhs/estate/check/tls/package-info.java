/// Checks of the TLS of a site, one fault each. Pure.
@NullMarked
package uk.nhs.estate.check.tls;

import org.jspecify.annotations.NullMarked;
