/// The conductor: what is due is looked at, judged and settled.
@NullMarked
package uk.nhs.estate.scan;

import org.jspecify.annotations.NullMarked;
