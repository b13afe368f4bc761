/// Go and look: all network I/O of scans.
@NullMarked
package uk.nhs.estate.probe;

import org.jspecify.annotations.NullMarked;
