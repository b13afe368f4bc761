/// HTML: one controller, one page record and one view per screen.
@NullMarked
@Configuration
@Requires(property = "estate.web", notEquals = "false")
package uk.nhs.estate.web;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
