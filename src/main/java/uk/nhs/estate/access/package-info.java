/// Who may do what: until there is sign-in, whoever sits at this machine, and no page of another
/// site.
@NullMarked
package uk.nhs.estate.access;

import org.jspecify.annotations.NullMarked;
