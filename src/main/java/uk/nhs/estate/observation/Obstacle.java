package uk.nhs.estate.observation;

/// What hid something from a look: the reason why it could not be asked, never a judgement.
///
/// @param detail what exactly happened, such as the address and the time limit; may be empty
public record Obstacle(Kind kind, String detail) {

  /// The kinds of obstacle. `words` is what people read after "Could not check: ".
  public enum Kind {
    NAME_SERVERS_SILENT("no name server answered in time", true),
    NAME_SERVERS_FAILED("the name servers answered with an error", true),
    NO_ADDRESS("the name has no address", false),
    FORBIDDEN_ADDRESS("the address is one that the scanner must not connect to", false),
    TIMED_OUT("no answer in time", true),
    CONNECTION_REFUSED("the connection was refused", true),
    CONNECTION_RESET("the connection was cut off", true),
    UNREACHABLE("the network could not reach it", true),
    HANDSHAKE_REFUSED("the server refuses to talk TLS", true),
    CERTIFICATE_REFUSED("the certificate does not prove that it is the host asked for", true),
    PROTOCOL_ERROR("the answer does not follow the protocol", true),
    SERVER_FAILED("the server answered with an error", true),
    TOO_LARGE("the answer is larger than the scanner reads", false),
    BLOCKED("it turns automated visitors away", true),
    OTHER_ZONE("the answer belongs to another zone, which was not asked", false),
    SCAN_LEVEL("the scan level of this name does not allow this look", false),
    NOT_ASKED("nobody has looked at it", false),
    SCANNER_FAULT("the scanner itself failed", true);

    private final String words;
    private final boolean passing;

    Kind(String words, boolean passing) {
      this.words = words;
      this.passing = passing;
    }

    /// What people read.
    public String words() {
      return words;
    }

    /// Whether the obstacle may be gone soon, so that another look is worth it.
    public boolean mayPass() {
      return passing;
    }
  }

  public Obstacle(Kind kind) {
    this(kind, "");
  }

  /// The obstacle in a sentence without its full stop.
  public String words() {
    return detail.isEmpty() ? kind.words() : kind.words() + " (" + detail + ")";
  }
}
