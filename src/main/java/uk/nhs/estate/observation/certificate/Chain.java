package uk.nhs.estate.observation.certificate;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A question to be put to certificates: does this one lead to a trusted root, by way of what was
/// sent with it, at that moment?
///
/// @param leaf whose chain it is
/// @param sent what was sent with it, in whatever order, whether or not it belongs to it
/// @param anchors the roots that are trusted
/// @param at the moment at which all of them must be in date
/// @param profile how strictly it is judged
/// @param name whom it must be for; none when that is asked elsewhere
/// @param purpose the purpose that it must be issued for (RFC 5280 §4.2.1.12), as an object
///     identifier; none for any
/// @param mostIntermediates how many authorities may stand between leaf and root
/// @param revocations lists of revoked certificates (RFC 5280 §5) that are at hand, DER
public record Chain(
    Certificate leaf,
    List<Certificate> sent,
    Anchors anchors,
    Instant at,
    Profile profile,
    @Nullable PeerName name,
    @Nullable String purpose,
    int mostIntermediates,
    List<Octets> revocations) {

  public static final String FOR_SERVERS = "1.3.6.1.5.5.7.3.1";
  public static final String FOR_ANYTHING = "2.5.29.37.0";

  /// No chain of the web has more than four.
  public static final int MOST_INTERMEDIATES = 8;

  public Chain {
    sent = List.copyOf(sent);
    revocations = List.copyOf(revocations);
  }

  /// Whether a server's certificate is one that browsers trust, whatever its name.
  public static Chain ofServer(
      Certificate leaf, List<Certificate> sent, Anchors anchors, Instant at) {
    return new Chain(
        leaf, sent, anchors, at, Profile.BROWSER, null, FOR_SERVERS, MOST_INTERMEDIATES, List.of());
  }

  /// The answer.
  public ChainJudgement judge() {
    return new PathBuilder(this).judge();
  }
}
