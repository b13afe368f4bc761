/// Checks of records that point at names which are not there any more, one fault each. Pure.
@NullMarked
package uk.nhs.estate.check.dangling;

import org.jspecify.annotations.NullMarked;
