/// What an operator sets: the files of `scanner-config`, read, checked and said in our words.
@NullMarked
package uk.nhs.estate.settings;

import org.jspecify.annotations.NullMarked;
