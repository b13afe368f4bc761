package uk.nhs.estate.lab;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import uk.nhs.estate.probe.LoneServer;

/// Servers of the Java platform's own TLS that speak what it has long forbidden: SSL 3.0, RC4, DES,
/// 3DES, EXPORT, NULL and anonymous suites. They share one process; start it once.
public final class LabJsse implements Closeable {
  private final Process process;
  private final BufferedReader answers;
  private final List<LoneServer> doors = new ArrayList<>();

  private LabJsse(Process process) {
    this.process = process;
    this.answers = process.inputReader(StandardCharsets.US_ASCII);
  }

  /// Starts the process, whose servers show these.
  public static LabJsse start(LabIdentity... identities) throws IOException {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx64m",
                "-cp",
                classes().toString(),
                JsseServer.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    var jsse = new LabJsse(process);
    jsse.say(Base64.getEncoder().encodeToString(store(identities)));
    return jsse;
  }

  private static Path classes() throws IOException {
    try {
      return Path.of(JsseServer.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  private static byte[] store(LabIdentity... identities) throws IOException {
    try {
      var store = KeyStore.getInstance("PKCS12");
      var password = JsseServer.PASSWORD.toCharArray();
      store.load(null, password);
      var factory = CertificateFactory.getInstance("X.509");
      for (var own : identities) {
        var chain = new ArrayList<Certificate>();
        for (var der : own.chain()) {
          chain.add(factory.generateCertificate(new ByteArrayInputStream(der)));
        }
        store.setKeyEntry(
            own.kind().name(), own.key(), password, chain.toArray(Certificate[]::new));
      }
      var out = new ByteArrayOutputStream();
      store.store(out, password);
      return out.toByteArray();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// One more server, which lives as long as the process.
  ///
  /// @param decides whether it decides by its own order
  /// @param suites as the Java platform calls them
  public LoneServer serve(boolean decides, List<String> versions, List<String> suites)
      throws IOException {
    say(String.join(",", versions) + " " + String.join(",", suites) + " " + decides);
    var port = answers.readLine();
    if (port == null) {
      throw new EOFException("it refused " + versions + " with " + suites);
    }
    var door = LoneServer.start(Relay.to(Integer.parseInt(port)));
    doors.add(door);
    return door;
  }

  private void say(String line) throws IOException {
    process.outputWriter(StandardCharsets.US_ASCII).append(line).append('\n').flush();
  }

  @Override
  public void close() throws IOException {
    for (var door : doors) {
      door.close();
    }
    process.destroy();
  }
}
