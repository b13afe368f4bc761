/// Judges a domain's registration.
@NullMarked
package uk.nhs.estate.check.registration;

import org.jspecify.annotations.NullMarked;
