/// Sound samples of what a look brings back, for tests to spoil one thing in.
@NullMarked
package uk.nhs.estate.sample;

import org.jspecify.annotations.NullMarked;
