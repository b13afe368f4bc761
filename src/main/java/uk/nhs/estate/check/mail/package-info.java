/// Checks of the mail of a domain, one fault each. Pure.
@NullMarked
package uk.nhs.estate.check.mail;

import org.jspecify.annotations.NullMarked;
