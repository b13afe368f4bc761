package uk.nhs.estate.practice;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/// Accepts TCP connections at one loopback address and gives each to a thread of its own.
final class Listener implements Closeable {

  /// What is done with one connection; it is closed afterwards, whatever happened.
  interface Visit {
    void take(Socket socket) throws IOException;
  }

  private static final int BACKLOG = 200;

  private final ServerSocket server;

  private Listener(ServerSocket server) {
    this.server = server;
  }

  static Listener open(InetSocketAddress at, Workers workers, Visit visit) throws IOException {
    var where = Loopback.only(at.getAddress(), at.getPort());
    var listener = new Listener(new ServerSocket(where.getPort(), BACKLOG, where.getAddress()));
    workers.loop(() -> listener.accept(workers, visit));
    return listener;
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept(Workers workers, Visit visit) {
    while (!server.isClosed()) {
      try {
        var socket = server.accept();
        if (!workers.take(() -> serve(socket, visit))) {
          socket.close();
        }
      } catch (IOException _) {
        // closed, or the visitor left before it was let in: the loop's condition tells which
      }
    }
  }

  private static void serve(Socket socket, Visit visit) throws IOException {
    try (socket) {
      visit.take(socket);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
