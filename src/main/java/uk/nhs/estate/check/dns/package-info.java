/// Checks of the delegation of a domain, one fault each. Pure.
@NullMarked
package uk.nhs.estate.check.dns;

import org.jspecify.annotations.NullMarked;
