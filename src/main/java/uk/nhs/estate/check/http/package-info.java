/// Checks of the HTTP of a site, one fault each. Pure.
@NullMarked
package uk.nhs.estate.check.http;

import org.jspecify.annotations.NullMarked;
