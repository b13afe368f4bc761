/// PostgreSQL: all SQL. Records in, records out, in pages by key.
@NullMarked
package uk.nhs.estate.store;

import org.jspecify.annotations.NullMarked;
