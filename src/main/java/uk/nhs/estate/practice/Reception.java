package uk.nhs.estate.practice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/// Receives one visitor of [PracticeWeb] as the door it came to says.
final class Reception {

  private static final int PATIENCE_MILLIS = 10_000;
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);
  private static final int MOST_HEARD_IN_SILENCE = 1 << 20;
  private static final long END_OF_ENDLESS = 1L << 30;
  private static final Reply UNREADABLE = Reply.text(400, "That is no HTTP request.\n");
  private static final Reply CLEAR_TEXT =
      Reply.text(400, "A plain HTTP request came to an HTTPS port.\n");
  private static final Reply NOT_HERE = Reply.text(421, "No such pretend site lives here.\n");
  private static final Reply ONLY_READ = Reply.text(405, "Only GET and HEAD are served.\n");

  private final PracticeWeb web;
  private final Handshakes handshakes = new Handshakes();

  Reception(PracticeWeb web) {
    this.web = web;
  }

  void receive(Socket visitor, boolean secure) throws IOException {
    visitor.setSoTimeout(PATIENCE_MILLIS);
    visitor.setTcpNoDelay(true);
    var in = visitor.getInputStream();
    var out = visitor.getOutputStream();
    var opening = Opening.read(in);
    var name =
        switch (opening) {
          case Opening.Hello(_, var serverName) -> serverName;
          case Opening.Request request -> request.host();
          case Opening.Unreadable() -> Optional.<String>empty();
        };
    var site = web.siteFor(name, visitor.getLocalAddress());
    if (site.isEmpty()) {
      send(out, opening, NOT_HERE);
      return;
    }
    switch (secure ? site.get().https() : site.get().http()) {
      case Door.Closed(), Door.Resets() -> visitor.setSoLinger(true, 0);
      case Door.Silent() -> keepQuiet(visitor, in);
      case Door.Babbles(var octets) -> out.write(octets.getBytes(StandardCharsets.ISO_8859_1));
      case Door.Http(var routes) -> answer(out, opening, routes);
      case Door.Https(var tls, var routes) -> {
        if (opening instanceof Opening.Hello(var octets, _)) {
          secured(visitor, octets, tls, site.get(), routes);
        } else {
          send(out, opening, CLEAR_TEXT);
        }
      }
    }
  }

  private void secured(Socket visitor, String heard, Door.Tls tls, PracticeSite site, Routes routes)
      throws IOException {
    try (var secure = handshakes.with(visitor, heard, tls)) {
      var request = Opening.readRequest(secure.getInputStream());
      answer(secure.getOutputStream(), request, routesFor(request, site, routes));
    }
  }

  /// A connection may be used for another host of this server (RFC 9110 §7.4), if it speaks TLS at
  /// all.
  private Routes routesFor(Opening opening, PracticeSite site, Routes its) {
    if (!(opening instanceof Opening.Request request)
        || request.host().isEmpty()
        || request.host().get().equals(site.host())) {
      return its;
    }
    return request
        .host()
        .flatMap(web::site)
        .map(other -> other.https() instanceof Door.Https(_, var routes) ? routes : null)
        .orElse(Routes.everything(NOT_HERE));
  }

  private static void answer(OutputStream out, Opening opening, Routes routes) throws IOException {
    if (!(opening instanceof Opening.Request request)) {
      send(out, opening, UNREADABLE);
    } else if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
      send(out, opening, ONLY_READ);
    } else {
      send(out, opening, routes.to(request.target()));
    }
  }

  private static void send(OutputStream out, Opening opening, Reply reply) throws IOException {
    var request =
        opening instanceof Opening.Request asked
            ? asked
            : new Opening.Request("GET", "/", Optional.empty(), Optional.empty());
    boolean headOnly = request.method().equals("HEAD");
    var body = reply.body().getBytes(StandardCharsets.ISO_8859_1);
    var whole = new ByteArrayOutputStream();
    whole.writeBytes(
        reply.head(request.target(), request.origin()).getBytes(StandardCharsets.ISO_8859_1));
    if (!headOnly) {
      whole.writeBytes(body);
    }
    switch (reply.pace()) {
      case Reply.Pace.AtOnce() -> out.write(whole.toByteArray());
      case Reply.Pace.Drip(var gap) -> {
        for (var octet : whole.toByteArray()) {
          out.write(octet);
          out.flush();
          Workers.pause(gap);
        }
      }
      case Reply.Pace.Endless() -> {
        out.write(whole.toByteArray());
        for (long sent = 0; sent < END_OF_ENDLESS && body.length > 0; sent += body.length) {
          out.write(body);
        }
      }
      case Reply.Pace.ThenSilent() -> {
        out.write(whole.toByteArray());
        out.flush();
        Workers.pause(LONGEST_SILENCE);
      }
    }
    out.flush();
  }

  /// Says nothing until the visitor leaves, or has had long enough to.
  private static void keepQuiet(Socket visitor, InputStream in) throws IOException {
    visitor.setSoTimeout((int) LONGEST_SILENCE.toMillis());
    in.skipNBytes(MOST_HEARD_IN_SILENCE);
  }
}
