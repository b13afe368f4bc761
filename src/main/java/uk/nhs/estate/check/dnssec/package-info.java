/// Checks of the signing of a domain, one fault each. Pure.
@NullMarked
package uk.nhs.estate.check.dnssec;

import org.jspecify.annotations.NullMarked;
