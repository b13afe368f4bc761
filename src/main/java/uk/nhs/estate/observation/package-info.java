/// What was seen: facts as they were sent, and the obstacles that hid them. Pure.
@NullMarked
package uk.nhs.estate.observation;

import org.jspecify.annotations.NullMarked;
