package uk.nhs.estate.probe.tls;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.TlsPosture.Behaviour;
import uk.nhs.estate.observation.Trial.TakenUp;
import uk.nhs.estate.observation.Trial.TurnedDown;
import uk.nhs.estate.probe.tls.Reply.Chose;
import uk.nhs.estate.probe.tls.Reply.Declined;

/// Finds out by ALPN (RFC 7301) which versions of HTTP are spoken, in hellos that are sent anyway:
/// the first offers both, and one more just the one that was not chosen.
final class Protocols {
  private static final List<String> ALL = List.of("h2", "http/1.1");

  private final Notebook notebook;
  private boolean isBegun;
  private @Nullable String open;

  Protocols(Notebook notebook) {
    this.notebook = notebook;
  }

  /// Whether one is still to be offered alone.
  boolean isOpen() {
    return open != null;
  }

  void chosenFirst(ClientHello offer, Chose chose) {
    if (isBegun || offer.extension(Extension.ALPN).isEmpty()) {
      return;
    }
    isBegun = true;
    var chosen = protocol(chose);
    for (var protocol : ALL) {
      if (protocol.equals(chosen)) {
        taken(protocol);
      } else if (chosen == null) {
        turnedDown(protocol, "no protocol is chosen");
      } else {
        open = protocol;
      }
    }
  }

  /// Says a hello, with just the open protocol in it if there is one. A server may refuse that for
  /// want of a protocol (RFC 7301 §3.2): then it is said again as it was meant.
  Reply say(Dialogue dialogue, ClientHello hello) {
    var alone = open;
    if (alone == null) {
      return dialogue.say(hello);
    }
    var reply = dialogue.say(hello.alpn(List.of(alone)));
    switch (reply) {
      case Chose chose -> {
        open = null;
        if (alone.equals(protocol(chose))) {
          taken(alone);
        } else {
          turnedDown(alone, "no protocol is chosen");
        }
        return reply;
      }
      case Declined declined -> {
        var again = dialogue.say(hello);
        if (again instanceof Chose) {
          open = null;
          turnedDown(alone, declined.how());
        }
        return again;
      }
      case Reply.Strayed _, Reply.Unheard _ -> {
        return reply;
      }
    }
  }

  private static @Nullable String protocol(Chose chose) {
    try {
      return chose.greeted().hello().protocol();
    } catch (Malformed e) {
      throw new IllegalStateException("it was read once before", e);
    }
  }

  private static Behaviour behaviour(String protocol) {
    return protocol.equals("h2") ? Behaviour.ALPN_H2 : Behaviour.ALPN_HTTP_1_1;
  }

  private void taken(String protocol) {
    notebook.tried(behaviour(protocol), new TakenUp(protocol));
  }

  private void turnedDown(String protocol, String how) {
    notebook.tried(behaviour(protocol), new TurnedDown(how));
  }
}
