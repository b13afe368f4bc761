/// Which checks count, with what thresholds and at what cost. Pure.
@NullMarked
package uk.nhs.estate.policy;

import org.jspecify.annotations.NullMarked;
