/// What to publish next, and what a record that is not published yet would be judged. Pure.
@NullMarked
package uk.nhs.estate.advice;

import org.jspecify.annotations.NullMarked;
