package uk.nhs.estate.probe.tls;

import java.util.Arrays;

/// What comes in records, put together: whole handshake messages, alerts, and all else.
sealed interface Message {

  /// A handshake message (RFC 8446 §4).
  record Handshake(int type, byte[] body) implements Message {
    static final int HELLO_REQUEST = 0;
    static final int SERVER_HELLO = 2;
    static final int SESSION_TICKET = 4;
    static final int ENCRYPTED_EXTENSIONS = 8;
    static final int CERTIFICATE = 11;
    static final int SERVER_KEY_EXCHANGE = 12;
    static final int CERTIFICATE_REQUEST = 13;
    static final int SERVER_HELLO_DONE = 14;
    static final int CERTIFICATE_VERIFY = 15;
    static final int CLIENT_KEY_EXCHANGE = 16;
    static final int FINISHED = 20;
    static final int CERTIFICATE_STATUS = 22;

    /// As it is on the wire, and as it goes into the transcript.
    byte[] octets() {
      return new OctetWriter().u8(type).vector24(body).written();
    }
  }

  /// An alert (RFC 8446 §6).
  record Alert(int level, int description) implements Message {
    static final int WARNING = 1;
    static final int FATAL = 2;

    static final int CLOSE_NOTIFY = 0;
    static final int HANDSHAKE_FAILURE = 40;
    static final int PROTOCOL_VERSION = 70;
    static final int INAPPROPRIATE_FALLBACK = 86;
    static final int UNRECOGNISED_NAME = 112;
  }

  /// The content of a record of another type.
  record Other(int type, byte[] fragment) implements Message {
    @Override
    public boolean equals(Object other) {
      return other instanceof Other its
          && type == its.type
          && Arrays.equals(fragment, its.fragment);
    }

    @Override
    public int hashCode() {
      return 31 * type + Arrays.hashCode(fragment);
    }
  }
}
