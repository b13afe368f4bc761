/// Checks that compare several topics of one target. Pure.
@NullMarked
package uk.nhs.estate.check.whole;

import org.jspecify.annotations.NullMarked;
