/// The only door to the network: the address guard, politeness and limits, and what every probe
/// speaks behind it, TLS and HTTP.
@NullMarked
package uk.nhs.estate.probe.net;

import org.jspecify.annotations.NullMarked;
