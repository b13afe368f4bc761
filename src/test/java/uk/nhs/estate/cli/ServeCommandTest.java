package uk.nhs.estate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.store.TestDatabase;

class ServeCommandTest {

  @Test
  void aPortThatIsTakenIsSaidInOneLine() throws IOException {
    var err = new StringWriter();
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int status =
          EstateCommand.run(
              new PrintWriter(new StringWriter()),
              new PrintWriter(err),
              "serve",
              "--without-worker",
              "--database-url",
              TestDatabase.fresh(),
              "--port",
              Integer.toString(taken.getLocalPort()));

      assertThat(status).isEqualTo(EstateCommand.REFUSED);
      assertThat(err.toString().lines())
          .singleElement()
          .asString()
          .contains("Address already in use", "127.0.0.1:" + taken.getLocalPort());
    }
  }
}
