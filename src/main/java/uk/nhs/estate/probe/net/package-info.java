/// The only door to the network: the address guard, politeness and limits.
@NullMarked
package uk.nhs.estate.probe.net;

import org.jspecify.annotations.NullMarked;
