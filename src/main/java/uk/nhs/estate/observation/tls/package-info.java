/// Numbers of TLS as IANA lists them, and what they mean.
@NullMarked
package uk.nhs.estate.observation.tls;

import org.jspecify.annotations.NullMarked;
