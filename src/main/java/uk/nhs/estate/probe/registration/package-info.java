/// Looks at a domain's registration: asks the registry by RDAP, gently, and keeps the answer as it
/// was sent.
@NullMarked
package uk.nhs.estate.probe.registration;

import org.jspecify.annotations.NullMarked;
