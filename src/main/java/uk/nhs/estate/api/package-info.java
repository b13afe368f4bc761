/// The JSON API: one controller per noun, with records of its own; mistakes are told as problem
/// details (RFC 9457).
@NullMarked
package uk.nhs.estate.api;

import org.jspecify.annotations.NullMarked;
