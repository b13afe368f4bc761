package uk.nhs.estate.probe.net;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Obstacle.Kind;

/// Says what an exception of the network means for a look.
///
/// Details hold nothing that differs from look to look, else every obstacle would be news.
public final class Obstacles {
  private static final int MOST_SHOWN = 120;
  private static final int DEEPEST = 10;

  private Obstacles() {}

  /// @param where what was talked to, such as an endpoint
  public static Obstacle of(IOException e, String where) {
    Throwable cause = e;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      var kind = kind(cause);
      if (kind != null) {
        return new Obstacle(kind, detail(kind, cause, where));
      }
      cause = cause.getCause();
    }
    return new Obstacle(Kind.PROTOCOL_ERROR, join(where, message(e)));
  }

  /// The kind, if an exception tells it by itself.
  private static @Nullable Kind kind(Throwable e) {
    return switch (e) {
      case Forbidden _ -> Kind.FORBIDDEN_ADDRESS;
      case TooLarge _ -> Kind.TOO_LARGE;
      case Unproven _ -> Kind.CERTIFICATE_REFUSED;
      case SSLException tls when isAlert(tls) -> Kind.HANDSHAKE_REFUSED;
      case SocketTimeoutException _ -> Kind.TIMED_OUT;
      case InterruptedIOException _ -> Kind.SCANNER_FAULT;
      case EOFException _ -> Kind.CONNECTION_RESET;
      case NoRouteToHostException _ -> Kind.UNREACHABLE;
      case ConnectException connect -> ofConnecting(message(connect));
      case SocketException socket -> ofTalking(message(socket));
      default -> null;
    };
  }

  /// The system tells its errors by words only.
  private static Kind ofConnecting(String message) {
    if (message.contains("timed out")) {
      return Kind.TIMED_OUT;
    }
    return message.contains("refused") ? Kind.CONNECTION_REFUSED : Kind.UNREACHABLE;
  }

  private static Kind ofTalking(String message) {
    if (message.contains("unreachable")
        || message.contains("not permitted")
        || message.contains("ermission denied")) {
      return Kind.UNREACHABLE;
    }
    return Kind.CONNECTION_RESET;
  }

  /// The platform tells an alert of the other side (RFC 8446 §6) by its words only.
  private static boolean isAlert(SSLException e) {
    return message(e).toLowerCase(Locale.ROOT).contains("received fatal alert");
  }

  private static String detail(Kind kind, Throwable e, String where) {
    return switch (kind) {
      case FORBIDDEN_ADDRESS -> message(e);
      case TOO_LARGE, SCANNER_FAULT, CERTIFICATE_REFUSED, HANDSHAKE_REFUSED ->
          join(where, message(e));
      default -> where;
    };
  }

  private static String join(String where, String what) {
    return where.isEmpty() ? what : where + ": " + what;
  }

  /// What an exception says, fit to be kept: it may quote the other side.
  public static String message(Throwable e) {
    var message = e.getMessage();
    return printable(message == null ? e.getClass().getSimpleName() : message);
  }

  /// Octets of the other side as text: what cannot be shown as `\xNN`, cut to a length.
  public static String printable(byte[] octets) {
    return printable(new String(octets, StandardCharsets.ISO_8859_1));
  }

  private static String printable(String text) {
    var shown = new StringBuilder();
    for (int at = 0; at < text.length() && shown.length() < MOST_SHOWN; at++) {
      char c = text.charAt(at);
      if (c >= ' ' && c <= '~') {
        shown.append(c);
      } else {
        shown.append(c < 0x100 ? "\\x%02x".formatted((int) c) : "\\u%04x".formatted((int) c));
      }
    }
    return shown.toString();
  }
}
