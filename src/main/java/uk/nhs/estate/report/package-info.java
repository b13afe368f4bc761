/// What others tell us about our mail: aggregate reports, read from what they send, and what they
/// add up to.
@NullMarked
package uk.nhs.estate.report;

import org.jspecify.annotations.NullMarked;
