/// A pretend NHS estate on loopback, with its own DNS, TLS and HTTP servers, so that the product
/// can be seen and tested without a network.
@NullMarked
package uk.nhs.estate.practice;

import org.jspecify.annotations.NullMarked;
