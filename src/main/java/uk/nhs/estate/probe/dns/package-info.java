/// Looks at the DNS: asks resolving name servers, and reads what they answer.
@NullMarked
package uk.nhs.estate.probe.dns;

import org.jspecify.annotations.NullMarked;
