package uk.nhs.estate.probe.tls;

import java.io.IOException;
import uk.nhs.estate.probe.net.Line;
import uk.nhs.estate.probe.net.TimeLimit;

/// Where TLS may begin: each time it is opened there is a new connection to one and the same
/// server, at which a ClientHello is the next thing to say.
@FunctionalInterface
public interface Doorway {

  /// @param limit bounds the connecting, and all reads from the line
  Line open(TimeLimit limit) throws IOException;
}
