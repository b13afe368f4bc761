/// How a target stands, from its open findings only. Pure.
@NullMarked
package uk.nhs.estate.score;

import org.jspecify.annotations.NullMarked;
