/// What the markup of a page says to a browser. Pure.
@NullMarked
package uk.nhs.estate.observation.page;

import org.jspecify.annotations.NullMarked;
