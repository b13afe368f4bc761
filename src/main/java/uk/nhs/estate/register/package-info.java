/// What we own: organisations, domains, sites, who claims them and who answers for them.
@NullMarked
package uk.nhs.estate.register;

import org.jspecify.annotations.NullMarked;
