package uk.nhs.estate.probe.net;

import java.util.List;
import java.util.function.Predicate;
import okhttp3.HttpUrl;
import uk.nhs.estate.observation.Hop.Field;

/// What a visit is for, and how much of it is wanted.
///
/// @param accept the media types to ask for (RFC 9110 §12.5.1)
/// @param wanted what of the last answer's content
/// @param bodyOctets the most to take of it, without its coding
/// @param hops answers on the way, at the most
/// @param method of the request, which never has content
/// @param fields what the header of the request says besides
/// @param packed whether the content may come compressed
/// @param follows the redirects that are followed: where others lead, the visit ends
public record Errand(
    String accept,
    Wanted wanted,
    int bodyOctets,
    int hops,
    String method,
    List<Field> fields,
    boolean packed,
    Predicate<HttpUrl> follows) {

  public Errand {
    fields = List.copyOf(fields);
  }

  /// A plain `GET` that follows every redirect.
  public Errand(String accept, Wanted wanted, int bodyOctets, int hops) {
    this(accept, wanted, bodyOctets, hops, "GET", List.of(), false, _ -> true);
  }

  /// The same with content that may come compressed.
  public Errand whichMayComePacked() {
    return new Errand(accept, wanted, bodyOctets, hops, method, fields, true, follows);
  }

  /// The same by another request.
  public Errand asking(String otherMethod, Field... otherFields) {
    return new Errand(
        accept, wanted, bodyOctets, hops, otherMethod, List.of(otherFields), packed, follows);
  }

  /// The same with other redirects that are followed.
  public Errand following(Predicate<HttpUrl> redirects) {
    return new Errand(accept, wanted, bodyOctets, hops, method, fields, packed, redirects);
  }

  /// Whether it makes the request that any visitor makes.
  boolean isPlain() {
    return method.equals("GET") && fields.isEmpty();
  }

  /// Whether the content of an answer is taken: not on the way.
  boolean takes(int status, boolean leadsNowhere) {
    return wanted.takes(status) && (leadsNowhere || !Onward.REDIRECTS.contains(status));
  }
}
