/// Checks of what the markup of pages says. Pure.
@NullMarked
package uk.nhs.estate.check.page;

import org.jspecify.annotations.NullMarked;
