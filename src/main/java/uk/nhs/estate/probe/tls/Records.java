package uk.nhs.estate.probe.tls;

import java.io.EOFException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Where records come from: the wire, or whoever deciphers what came over it.
@FunctionalInterface
interface Records {

  /// The next record; none when the other side hung up between two of them.
  ///
  /// @throws EOFException when it hung up within one
  /// @throws NotRecords when it is no record
  @Nullable Record next() throws IOException;
}
