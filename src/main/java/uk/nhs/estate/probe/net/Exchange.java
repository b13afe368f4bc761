package uk.nhs.estate.probe.net;

import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.net.Proxy;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Part;

/// One request and its answer over a line that is already open.
final class Exchange {
  private static final int AT_ONCE = 8192;
  private static final Set<String> GZIP = Set.of("gzip", "x-gzip"); // RFC 9110 §8.4.1.3
  private static final int NO_CONTENT = 204;
  private static final ResponseBody NOTHING = ResponseBody.create(new byte[0], null);

  /// An answer as it was sent.
  ///
  /// @param http the version in its status line
  /// @param body its content, if it was wanted and could be read
  /// @param bodyCut whether there was more of it
  /// @param cut what kept us from the content, if anything
  record Answer(
      Head head, String http, @Nullable Part body, boolean bodyCut, @Nullable IOException cut) {}

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

  /// Asks, and reads the answer as far as it is wanted.
  Answer ask(HttpUrl url, OpenLine open, Errand errand) throws IOException {
    var in = open.next(headerBytes);
    var taken = new Taken(in, errand);
    var line = open.line();
    var address = line.getInetAddress();
    var call =
        client
            .newBuilder()
            .dns(_ -> List.of(address))
            .socketFactory(new LentSocket(in, open.socket().getOutputStream()).once())
            .addNetworkInterceptor(taken)
            .build()
            .newCall(request(url, line.getPort(), errand));
    try (var _ = call.execute()) {
      var head = in.head().orElseThrow(Exchange::noHead);
      return new Answer(head, in.http(), taken.body, taken.bodyCut, taken.cut);
    } catch (IOException e) {
      var head = in.head().orElseThrow(() -> e); // OkHttp throws at some whole answers, too
      boolean needed = errand.wanted() == Wanted.FILE && head.isSuccess();
      return new Answer(
          head, in.http(), null, errand.wanted().takes(head.status()), needed ? e : null);
    } finally {
      in.shut();
    }
  }

  /// OkHttp reads some heads that are not of HTTP/1, such as those of old radio stations.
  private static IOException noHead() {
    return new ProtocolException("no head of HTTP/1");
  }

  private Request request(HttpUrl url, int port, Errand errand) {
    var request =
        new Request.Builder()
            .url(url.newBuilder().scheme("http").port(port).build())
            .method(errand.method(), null)
            .header("Host", url.host().indexOf(':') < 0 ? url.host() : "[" + url.host() + "]")
            .header("User-Agent", userAgent)
            .header("Accept", errand.accept())
            .header("Accept-Language", "en-GB,en;q=0.9")
            .header("Accept-Encoding", errand.packed() ? "gzip" : "identity")
            .header("Connection", "keep-alive");
    errand.fields().forEach(field -> request.header(field.name(), field.value()));
    return request.build();
  }

  /// Takes what is wanted of an answer before OkHttp makes something of it, which would repeat some
  /// requests by itself, such as after 503: what it gets to see calls for nothing.
  private static final class Taken implements Interceptor {
    private final HeadRecorder in;
    private final Errand errand;
    private @Nullable Part body;
    private boolean bodyCut;
    private @Nullable IOException cut;

    Taken(HeadRecorder in, Errand errand) {
      this.in = in;
      this.errand = errand;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
      try (var response = chain.proceed(chain.request())) {
        if (errand.takes(response.code(), response.headers("Location").isEmpty())) {
          read(response);
        }
        in.shut(); // closing the response would read on
        return response.newBuilder().code(NO_CONTENT).body(NOTHING).build();
      }
    }

    private void read(Response response) {
      try (var content = content(response)) {
        var octets = content.readNBytes(errand.bodyOctets() + 1);
        bodyCut = octets.length > errand.bodyOctets();
        body = new Part(bodyCut ? Arrays.copyOf(octets, errand.bodyOctets()) : octets);
      } catch (IOException e) {
        bodyCut = true;
        cut = errand.wanted() == Wanted.FILE ? e : null;
      }
    }

    private InputStream content(Response response) throws IOException {
      var sent = response.body().byteStream();
      var coding = String.join(",", response.headers("Content-Encoding")).strip();
      if (coding.isEmpty() || coding.equalsIgnoreCase("identity")) {
        return sent;
      }
      if (!errand.packed() || !GZIP.contains(coding.toLowerCase(Locale.ROOT))) {
        throw new ProtocolException("a content coding that was not asked for");
      }
      // some say so of no content at all
      return response.body().source().exhausted() ? sent : new GZIPInputStream(sent, AT_ONCE);
    }
  }
}
