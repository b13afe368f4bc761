/// Checks of what a page's content security policies let happen.
@NullMarked
package uk.nhs.estate.check.csp;

import org.jspecify.annotations.NullMarked;
