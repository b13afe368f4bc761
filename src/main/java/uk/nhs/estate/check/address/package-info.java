/// Checks of the addresses of a site, one fault each. Pure.
@NullMarked
package uk.nhs.estate.check.address;

import org.jspecify.annotations.NullMarked;
