package uk.nhs.estate.lab;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.probe.LoneServer;

/// A server program as Debian packs it, a child of this process, on loopback.
public final class LabProgram implements Closeable {
  private static final Path OPENSSL = Path.of("/usr/bin/openssl");
  private static final Path NGINX = Path.of("/usr/sbin/nginx");
  private static final Base64.Encoder LINES =
      Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

  private final Process process;
  private final LoneServer door;

  private LabProgram(Process process, LoneServer door) {
    this.process = process;
    this.door = door;
  }

  public static boolean hasOpenssl() {
    return Files.isExecutable(OPENSSL);
  }

  public static boolean hasNginx() {
    return Files.isExecutable(NGINX);
  }

  /// OpenSSL's test server, which serves one visitor after the other.
  public static LabProgram openssl(Path folder, LabIdentity own, String... arguments)
      throws IOException {
    int port = LoneServer.closedPort();
    var command = new ArrayList<>(List.of(OPENSSL.toString(), "s_server"));
    command.addAll(List.of("-accept", "127.0.0.1:" + port));
    command.addAll(List.of("-cert", chain(folder, own), "-key", key(folder, own)));
    command.addAll(List.of(arguments));
    return start(command, port, "ACCEPT");
  }

  /// nginx with these lines about TLS in its configuration, and these certificates.
  public static LabProgram nginx(Path folder, List<LabIdentity> own, String lines)
      throws IOException {
    int port = LoneServer.closedPort();
    var certificates = new StringBuilder();
    for (var one : own) {
      certificates.append("ssl_certificate ").append(chain(folder, one)).append(";\n");
      certificates.append("ssl_certificate_key ").append(key(folder, one)).append(";\n");
    }
    var configuration =
        """
        daemon off;
        master_process off;
        pid %1$s/pid;
        error_log stderr notice;
        events {}
        http {
          access_log off;
          client_body_temp_path %1$s;
          proxy_temp_path %1$s;
          fastcgi_temp_path %1$s;
          uwsgi_temp_path %1$s;
          scgi_temp_path %1$s;
          server {
            listen 127.0.0.1:%2$d ssl http2;
            server_name %3$s;
            %4$s
            %5$s
          }
        }
        """
            .formatted(folder, port, LabIdentity.HOST, certificates, lines);
    var file = Files.writeString(folder.resolve("nginx.conf"), configuration);
    return start(
        List.of(NGINX.toString(), "-p", folder.toString(), "-c", file.toString()), port, "OS: ");
  }

  /// Starts one, and returns when it says that it is ready.
  private static LabProgram start(List<String> command, int port, String ready) throws IOException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new StringBuilder();
    while (said.indexOf(ready) < 0) {
      int next = process.getInputStream().read();
      if (next < 0) {
        throw new EOFException(said.toString());
      }
      said.append((char) next);
    }
    Thread.startVirtualThread(() -> listen(process.getInputStream()));
    return new LabProgram(process, LoneServer.start(Relay.to(port)));
  }

  private static void listen(InputStream words) {
    try (words) {
      words.transferTo(OutputStream.nullOutputStream());
    } catch (IOException _) {
      // it has ended
    }
  }

  private static String chain(Path folder, LabIdentity own) throws IOException {
    return pem(folder.resolve(own.kind() + ".pem"), "CERTIFICATE", own.chain().stream());
  }

  private static String key(Path folder, LabIdentity own) throws IOException {
    return pem(
        folder.resolve(own.kind() + ".key"),
        "PRIVATE KEY",
        Stream.of(own.key()).map(Key::getEncoded));
  }

  private static String pem(Path file, String label, Stream<byte[]> parts) throws IOException {
    var lines =
        parts.map(
            part ->
                "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----"
                    .formatted(label, LINES.encodeToString(part)));
    return Files.write(file, lines.toList()).toString();
  }

  /// Where it is met, and how often it was.
  public LoneServer door() {
    return door;
  }

  @Override
  public void close() throws IOException {
    door.close();
    process.destroy();
  }
}
