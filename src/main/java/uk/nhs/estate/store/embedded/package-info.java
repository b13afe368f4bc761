/// Runs a durable PostgreSQL of our own beside the program, for whoever has set no database URL.
@NullMarked
package uk.nhs.estate.store.embedded;

import org.jspecify.annotations.NullMarked;
