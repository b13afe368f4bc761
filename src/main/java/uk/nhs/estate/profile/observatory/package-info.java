/// What the MDN HTTP Observatory would say of a site: its twelve tests, its score and its grade,
/// with every place named at which we read a standard otherwise. Pure.
@NullMarked
package uk.nhs.estate.profile.observatory;

import org.jspecify.annotations.NullMarked;
