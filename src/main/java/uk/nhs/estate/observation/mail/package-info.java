/// What records about mail add up to when they are followed from one to the next: pure readings of
/// [uk.nhs.estate.observation.Lookups].
@NullMarked
package uk.nhs.estate.observation.mail;

import org.jspecify.annotations.NullMarked;
