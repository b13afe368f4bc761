/// What facts mean: checks, rules and verdicts. Pure.
@NullMarked
package uk.nhs.estate.check;

import org.jspecify.annotations.NullMarked;
