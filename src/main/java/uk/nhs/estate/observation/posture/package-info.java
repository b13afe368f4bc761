/// What was seen of a server's TLS in words, the same on a page and at a terminal.
@NullMarked
package uk.nhs.estate.observation.posture;

import org.jspecify.annotations.NullMarked;
