/// How the TLS of a site stands beside what others recommend: their profiles, and a letter. Pure.
@NullMarked
package uk.nhs.estate.profile;

import org.jspecify.annotations.NullMarked;
