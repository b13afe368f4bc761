package uk.nhs.estate.api;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.register.Refusal;

/// The cursors of one list: the key of a page's last row, in a form that callers pass back unread.
///
/// @param list the name of the list: a cursor of another one is refused
/// @param read reads a key and throws on what is none
/// @param <K> the key by which the list is ordered; its `toString` can be read again
record Cursors<K>(String list, Function<String, K> read) {
  private static final int LONGEST = 500;

  /// A list in the order of ids.
  static Cursors<Long> byId(String list) {
    return new Cursors<>(list, Long::valueOf);
  }

  /// The cursor of a row.
  String at(K key) {
    var text = list + " " + key;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /// The key that a cursor stands for, or the one before the first row.
  ///
  /// @throws Refusal for what is no cursor of this list
  K key(@Nullable String cursor, K first) {
    if (cursor == null) {
      return first;
    }
    try {
      var text = text(cursor);
      if (text.startsWith(list + " ")) {
        return read.apply(text.substring(list.length() + 1));
      }
    } catch (RuntimeException _) {
      // No key either.
    }
    throw new Refusal(
        "cursor",
        "That is no cursor of this list: give `next` of the page before as it is, or none.");
  }

  private static String text(String cursor) {
    if (cursor.length() > LONGEST) {
      throw new IllegalArgumentException("too long");
    }
    return StandardCharsets.UTF_8
        .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor)))
        .toString();
  }
}
