/// Files of the Organisation Data Service and lists of websites, read row by row into entries;
/// every refused or changed row is explained.
@NullMarked
package uk.nhs.estate.register.intake;

import org.jspecify.annotations.NullMarked;
