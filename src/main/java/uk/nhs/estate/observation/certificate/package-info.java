/// Certificates as they were sent: what they say, and whether a chain of them holds.
@NullMarked
package uk.nhs.estate.observation.certificate;

import org.jspecify.annotations.NullMarked;
