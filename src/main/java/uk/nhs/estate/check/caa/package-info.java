/// Checks of the CAA records of a domain, which say who may issue certificates, one fault each.
/// Pure.
@NullMarked
package uk.nhs.estate.check.caa;

import org.jspecify.annotations.NullMarked;
