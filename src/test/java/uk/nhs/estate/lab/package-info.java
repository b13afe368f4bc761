/// Real and emulated servers on loopback, in every posture that the scanner must tell apart.
@NullMarked
package uk.nhs.estate.lab;

import org.jspecify.annotations.NullMarked;
