/// What lasts from scan to scan: findings and what scans do to them. Pure.
@NullMarked
package uk.nhs.estate.finding;

import org.jspecify.annotations.NullMarked;
