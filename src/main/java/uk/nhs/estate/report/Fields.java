package uk.nhs.estate.report;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.register.Refusal;

/// The children of one element that stand there once, with their lines, so that a value that is
/// none is refused where it stands.
final class Fields {
  private final ReportXml xml;
  private final String parent;
  private final int line;
  private final Map<String, Field> fields = new HashMap<>();

  private record Field(String text, int line) {}

  /// @param xml in the parent
  Fields(ReportXml xml, String parent) {
    this.xml = xml;
    this.parent = parent;
    this.line = xml.line();
  }

  /// Takes the text of the element in which the reader is.
  void take() {
    once();
    fields.put(xml.name(), text());
  }

  private Field text() {
    int at = xml.line();
    return new Field(xml.text(), at);
  }

  /// Takes note that an element with children is there.
  void once() {
    if (fields.putIfAbsent(xml.name(), new Field("", xml.line())) != null) {
      throw xml.refuse(xml.name(), "it is there twice in " + parent);
    }
  }

  /// What a field says.
  ///
  /// @param read throws a [Refusal] with a whole sentence on what is none
  <T> T required(String name, Function<String, T> read) {
    return read(present(name), name, read);
  }

  /// The same of one that may be missing or empty.
  <T> @Nullable T optional(String name, Function<String, T> read) {
    var field = fields.get(name);
    return field == null || field.text().isEmpty() ? null : read(field, name, read);
  }

  /// What an element with children was read into.
  <T> T required(String name, @Nullable T read) {
    present(name);
    return java.util.Objects.requireNonNull(read);
  }

  private Field present(String name) {
    var field = fields.get(name);
    if (field == null) {
      throw ReportXml.refuse(line, parent, name + " is missing in it");
    }
    return field;
  }

  private static <T> T read(Field field, String name, Function<String, T> read) {
    try {
      return read.apply(field.text());
    } catch (Refusal refusal) {
      var sentence = refusal.message();
      throw ReportXml.refuse(field.line(), name, sentence.substring(0, sentence.length() - 1));
    }
  }
}
