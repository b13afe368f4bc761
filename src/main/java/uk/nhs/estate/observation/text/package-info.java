/// Parsers of what was sent, each from the text of its standard. Pure.
@NullMarked
package uk.nhs.estate.observation.text;

import org.jspecify.annotations.NullMarked;
