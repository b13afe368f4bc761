package uk.nhs.estate.probe.net;

import java.io.IOException;
import java.net.ProtocolException;
import java.net.Proxy;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Part;

/// One request and its answer over a connection that is already open.
final class Exchange {

  /// An answer as it was sent.
  ///
  /// @param body its beginning, if it was wanted
  /// @param cut what kept us from the body, if anything
  record Answer(Head head, @Nullable Part body, @Nullable IOException cut) {}

  private final OkHttpClient client =
      new OkHttpClient.Builder()
          .proxy(Proxy.NO_PROXY)
          .followRedirects(false)
          .followSslRedirects(false)
          .retryOnConnectionFailure(false)
          .fastFallback(false)
          .protocols(List.of(Protocol.HTTP_1_1))
          .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
          .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
          .connectTimeout(Duration.ZERO) // the line has its own limits
          .readTimeout(Duration.ZERO)
          .writeTimeout(Duration.ZERO)
          .build();
  private final String userAgent;
  private final int headerBytes;

  Exchange(ScannerSettings settings) {
    this.userAgent = settings.userAgent();
    this.headerBytes = settings.limits().headerBytes();
  }

  /// Asks for a page.
  ///
  /// @param secured the line, or the secure connection on it
  Answer get(HttpUrl url, Line line, Socket secured, Errand errand) throws IOException {
    var in = new HeadRecorder(secured.getInputStream(), headerBytes);
    var address = line.getInetAddress();
    var call =
        client
            .newBuilder()
            .dns(_ -> List.of(address))
            .socketFactory(new LentSocket(line, in, secured.getOutputStream()).once())
            .build()
            .newCall(request(url, line.getPort(), errand));
    try (var response = call.execute()) {
      var body =
          errand.wanted().takes(response.code()) ? beginning(response, errand.bodyOctets()) : null;
      line.close(); // before the response, which would first read on
      return new Answer(in.head().orElseThrow(Exchange::noHead), body, null);
    } catch (IOException e) {
      // OkHttp throws at some whole answers, too: it wants to repeat a 503, and minds a bare 407
      var head = in.head().orElseThrow(() -> e);
      return new Answer(head, null, errand.wanted() == Wanted.FILE && head.isSuccess() ? e : null);
    }
  }

  /// OkHttp reads some heads that are not of HTTP/1, such as those of old radio stations.
  private static IOException noHead() {
    return new ProtocolException("no head of HTTP/1");
  }

  private Request request(HttpUrl url, int port, Errand errand) {
    return new Request.Builder()
        .url(url.newBuilder().scheme("http").port(port).build())
        .header("Host", url.host().indexOf(':') < 0 ? url.host() : "[" + url.host() + "]")
        .header("User-Agent", userAgent)
        .header("Accept", errand.accept())
        .header("Accept-Language", "en-GB,en;q=0.9")
        .header("Accept-Encoding", "identity")
        .header("Connection", "close")
        .build();
  }

  private static Part beginning(Response response, int most) throws IOException {
    var source = response.body().source();
    source.request(most);
    var size = Math.min(source.getBuffer().size(), most);
    return new Part(source.getBuffer().readByteArray(size));
  }
}
