/// What an operator sets: the files of `scanner-config`, read, checked and turned into the core's
// words.
@NullMarked
package uk.nhs.estate.settings;

import org.jspecify.annotations.NullMarked;
