/// The same use cases at a terminal.
@NullMarked
package uk.nhs.estate.cli;

import org.jspecify.annotations.NullMarked;
