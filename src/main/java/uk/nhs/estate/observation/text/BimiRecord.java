package uk.nhs.estate.observation.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Which logo a domain wants shown beside its mail: the TXT record at `default._bimi` (BIMI, the
/// Internet-Draft draft-brand-indicators-for-message-identification-12 §4.3).
///
/// @param location where the logo is; empty when there is to be none
/// @param evidence where the certificate for it is; empty when there is none
public record BimiRecord(String location, String evidence) {

  /// How every such record begins.
  public static final Pattern BEGINS =
      Pattern.compile("v[ \\t]*=[ \\t]*BIMI1[ \\t]*(?:;.*)?", Pattern.DOTALL);

  private static final Pattern TAG_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
  /// A fully qualified name of a host, and what may follow it (RFC 3986 §3).
  private static final Pattern HTTPS =
      Pattern.compile(
          "(?i:https)://[A-Za-z0-9._-]+\\.[A-Za-z0-9-]+(?::[0-9]{1,5})?"
              + "(?:[/?#][A-Za-z0-9._~:/?#\\[\\]@!$&'()*+=%-]*)?");

  /// The suffixes of the other formats of images that the web knows: only SVG is taken (§4.3.2).
  private static final Pattern OTHER_IMAGE =
      Pattern.compile(
          "(?i)[^?#]*\\.(?:apng|avif|bmp|gif|ico|jpe?g|jfif|png|tiff?|webp)(?:[?#].*)?");

  /// Reads a TXT record's text: a list of tags as in DKIM (RFC 6376 §3.2), the version first. Tags
  /// that the draft does not know are passed over.
  public static Reading<BimiRecord> parse(String txt) {
    if (!BEGINS.matcher(txt).matches()) {
      return new Reading.Invalid<>("it does not begin with v=BIMI1;");
    }
    var parts = txt.split(";", -1);
    int end = CommaSeparated.trim(parts[parts.length - 1]).isEmpty() ? 1 : 0;
    var tags = new LinkedHashMap<String, String>();
    for (int at = 1; at < parts.length - end; at++) {
      int equals = parts[at].indexOf('=');
      var name = CommaSeparated.trim(equals < 0 ? parts[at] : parts[at].substring(0, equals));
      if (equals < 0 || !TAG_NAME.matcher(name).matches()) {
        return new Reading.Invalid<>(Reading.quoted(CommaSeparated.trim(parts[at])) + " is no tag");
      }
      var value = CommaSeparated.trim(parts[at].substring(equals + 1));
      if (tags.putIfAbsent(name, value) != null) {
        return new Reading.Invalid<>("the tag " + name + " is given twice");
      }
    }
    return of(tags);
  }

  private static Reading<BimiRecord> of(Map<String, String> tags) {
    var location = tags.get("l");
    if (location == null) {
      return new Reading.Invalid<>("it has no l, the address of the logo");
    }
    var evidence = tags.getOrDefault("a", "");
    for (var address : new String[] {location, evidence}) {
      if (!address.isEmpty() && !HTTPS.matcher(address).matches()) {
        return new Reading.Invalid<>(Reading.quoted(address) + " is no address of the form https:");
      }
    }
    return OTHER_IMAGE.matcher(location).matches()
        ? new Reading.Invalid<>("the logo is no SVG: " + Reading.quoted(location))
        : new Reading.Valid<>(new BimiRecord(location, evidence));
  }

  /// Whether it says that there is to be no logo (§4.3.1).
  public boolean declines() {
    return location.isEmpty() && evidence.isEmpty();
  }
}
