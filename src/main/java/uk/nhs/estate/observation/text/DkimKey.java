package uk.nhs.estate.observation.text;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A key with which receivers verify signatures of mail: a DKIM key record (RFC 6376 §3.6.1).
///
/// @param tags each tag's name, in which upper and lower case differ, with its value as written;
///     the first of several tags with the same name counts
/// @param errors what breaks the grammar, in words; a receiver may then take no notice of the
///     record
public record DkimKey(Map<String, String> tags, List<String> errors) {

  /// No record that makes sense has more tags.
  private static final int MOST_TAGS = 50;

  /// Nobody wants to read more errors.
  private static final int MOST_ERRORS = 5;
  private static final int LONGEST_QUOTE = 40;
  private static final int ED25519_OCTETS = 32;

  /// The first tag of a record that means to be a key, even when it is written wrongly.
  private static final Pattern MEANT =
      Pattern.compile("[\\s\"]*v\\s*=\\s*dkim.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern TAG_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  /// Printable characters but the semicolon, parted by white space (§3.2).
  private static final Pattern TAG_VALUE = Pattern.compile("[\\x21-\\x3A\\x3C-\\x7E \\t\\r\\n]*");

  /// `hyphenated-word` (§3.6.1).
  private static final Pattern WORD = Pattern.compile("[A-Za-z](?:[A-Za-z0-9-]*[A-Za-z0-9])?");

  private static final Pattern WHITE_SPACE = Pattern.compile("[ \\t\\r\\n]+");

  public DkimKey {
    tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
    errors = List.copyOf(errors);
  }

  /// What the `p` tag holds.
  public sealed interface PublicKey {

    /// By which it can be told whether two records hold the same key; none when there is no key.
    default Optional<String> fingerprint() {
      return switch (this) {
        case Rsa rsa -> Optional.of(rsa.sha256());
        case Ed25519 ed25519 -> Optional.of(ed25519.sha256());
        case Revoked _, OfOtherType _, Unreadable _ -> Optional.empty();
      };
    }
  }

  /// It is empty: the key was taken back.
  public record Revoked() implements PublicKey {}

  /// @param form how it is written
  /// @param bits of the modulus
  /// @param sha256 of the RSAPublicKey in hexadecimal digits, however it is written
  public record Rsa(RsaForm form, int bits, String sha256) implements PublicKey {}

  /// @param sha256 of the 32 octets in hexadecimal digits
  public record Ed25519(String sha256) implements PublicKey {}

  /// It is of a type that receivers do not know, and so take no notice of (§3.6.1, `k`).
  public record OfOtherType(String type) implements PublicKey {}

  /// @param why in words
  public record Unreadable(String why) implements PublicKey {}

  /// How RSA keys are written: the RFC says one thing and shows the other, so receivers read both
  /// (erratum 3017).
  public enum RsaForm {
    /// With the algorithm's identifier around it (RFC 5280 §4.1.2.7), as nearly everybody does.
    SUBJECT_PUBLIC_KEY_INFO,
    /// The bare key (RFC 8017 §A.1.1).
    RSA_PUBLIC_KEY
  }

  /// Reads a TXT record's text; empty when it does not mean to be a key: it begins with no version
  /// of DKIM and has no tag `p`, which is the only one that must be there.
  public static Optional<DkimKey> parse(String txt) {
    var parts = txt.split(";", MOST_TAGS + 1);
    boolean meant =
        MEANT.matcher(parts[0]).matches()
            || !opensWithAnotherVersion(parts[0])
                && Stream.of(parts).anyMatch(part -> nameOf(part).equals("p"));
    if (!meant) {
      return Optional.empty();
    }
    var tags = new LinkedHashMap<String, String>();
    var errors = new ArrayList<String>();
    for (int at = 0; at < parts.length; at++) {
      boolean ends = at > 0 && at == parts.length - 1;
      if (!ends || !trim(parts[at]).isEmpty()) {
        read(parts[at], tags, errors);
      }
    }
    check(tags, errors);
    return Optional.of(new DkimKey(tags, errors.stream().distinct().limit(MOST_ERRORS).toList()));
  }

  /// A record of something else, such as SPF, says so at its beginning.
  private static boolean opensWithAnotherVersion(String first) {
    return nameOf(first).equals("v");
  }

  private static String nameOf(String part) {
    int equals = part.indexOf('=');
    return equals < 0 ? "" : trim(part.substring(0, equals));
  }

  /// One `tag-spec` (§3.2).
  private static void read(String part, Map<String, String> tags, List<String> errors) {
    int equals = part.indexOf('=');
    if (trim(part).isEmpty()) {
      errors.add("nothing stands between two semicolons");
      return;
    }
    if (equals < 0) {
      errors.add("a tag without an equals sign: " + quote(trim(part)));
      return;
    }
    var name = nameOf(part);
    var value = trim(part.substring(equals + 1));
    if (!TAG_NAME.matcher(name).matches()) {
      errors.add("no name of a tag: " + quote(name));
      return;
    }
    if (!TAG_VALUE.matcher(value).matches()) {
      errors.add("a character in the tag " + quote(name) + " that must not be there");
    }
    if (tags.putIfAbsent(name, value) != null) {
      errors.add("the tag " + quote(name) + " stands there twice");
    }
  }

  /// What the tags must look like, each by itself (§3.6.1).
  private static void check(Map<String, String> tags, List<String> errors) {
    var version = tags.get("v");
    if (version != null && !version.equals("DKIM1")) {
      errors.add("the version is " + quote(version) + ", not DKIM1");
    }
    if (version != null && !tags.keySet().iterator().next().equals("v")) {
      errors.add("the version is not the first tag");
    }
    if (!tags.containsKey("p")) {
      errors.add("the tag p, which holds the key, is missing");
    }
    var type = tags.get("k");
    if (type != null && !WORD.matcher(type).matches()) {
      errors.add("the tag k cannot be " + quote(type));
    }
    for (var tag : List.of("h", "s", "t")) {
      names(tags, tag)
          .filter(name -> !WORD.matcher(name).matches() && !(tag.equals("s") && name.equals("*")))
          .findFirst()
          .ifPresent(name -> errors.add("the tag " + tag + " cannot hold " + quote(name)));
    }
  }

  /// The key itself, as its type says that it is to be read.
  public PublicKey key() {
    var type = tags.getOrDefault("k", "rsa").toLowerCase(Locale.ROOT);
    var written = WHITE_SPACE.matcher(tags.getOrDefault("p", "")).replaceAll("");
    if (!tags.containsKey("p")) {
      return new Unreadable("there is none");
    }
    if (written.isEmpty()) {
      return new Revoked();
    }
    if (!type.equals("rsa") && !type.equals("ed25519")) {
      return new OfOtherType(quote(type));
    }
    byte[] octets;
    try {
      octets = Base64.getDecoder().decode(written);
    } catch (IllegalArgumentException _) {
      return new Unreadable("it is not in base64");
    }
    return type.equals("rsa") ? RsaKeyReader.read(octets) : ed25519(octets);
  }

  /// The bare 256 bits (RFC 8463 §4.2).
  private static PublicKey ed25519(byte[] octets) {
    return octets.length == ED25519_OCTETS
        ? new Ed25519(RsaKeyReader.sha256(octets))
        : new Unreadable("it has " + octets.length + " octets, where Ed25519 has 32");
  }

  /// Whether receivers are asked to treat signed mail like unsigned mail, since it is only a test
  /// (`t=y`).
  public boolean isTest() {
    return names("t").anyMatch("y"::equals);
  }

  /// Whether the signer's address must be of the very domain, none below it (`t=s`).
  public boolean isStrict() {
    return names("t").anyMatch("s"::equals);
  }

  /// Whether signatures with SHA-256 are allowed, the only ones that count (RFC 8301 §3.1): the
  /// tag `h` is absent or names it.
  public boolean allowsSha256() {
    return !tags.containsKey("h") || names("h").anyMatch("sha256"::equals);
  }

  /// Whether it is for mail: the tag `s` is absent or names `email` or all services.
  public boolean isForMail() {
    return !tags.containsKey("s") || names("s").anyMatch(List.of("email", "*")::contains);
  }

  private Stream<String> names(String tag) {
    return names(tags, tag);
  }

  /// The names in a list parted by colons, in lower case; none when there is no such tag.
  private static Stream<String> names(Map<String, String> tags, String tag) {
    var value = tags.get(tag);
    return value == null
        ? Stream.empty()
        : Stream.of(value.toLowerCase(Locale.ROOT).split(":", -1)).map(DkimKey::trim);
  }

  private static String quote(String text) {
    return "“"
        + (text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "…" : text)
        + "”";
  }

  /// Without folding white space around it (§2.8).
  private static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && " \t\r\n".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && " \t\r\n".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(start, end);
  }
}
