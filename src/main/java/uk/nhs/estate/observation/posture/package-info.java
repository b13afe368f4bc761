/// What was seen of a server's TLS and of a site's web in words, the same on a page and at a
/// terminal.
@NullMarked
package uk.nhs.estate.observation.posture;

import org.jspecify.annotations.NullMarked;
