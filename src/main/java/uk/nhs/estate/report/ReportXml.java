package uk.nhs.estate.report;

import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import uk.nhs.estate.register.Refusal;

/// Goes through the elements of a report one after another, and no deeper, longer or wider than any
/// report is. A document type is refused, and with it every entity.
final class ReportXml {
  private static final int DEEPEST = 20;
  private static final int MOST_ELEMENTS = 2_000_000;
  private static final int LONGEST_TEXT = 4_096;

  /// None, as most senders write; that of RFC 7489 appendix C; that of RFC 9990 appendix A.
  private static final Set<String> NAMESPACES =
      Set.of("", "http://dmarc.org/dmarc-xml/0.1", "urn:ietf:params:xml:ns:dmarc-2.0");

  private static final Pattern SPACE = Pattern.compile("\\s+");

  private final XMLStreamReader in;
  private int depth;
  private int elements;

  /// @param text throws a [Refusal] or an exception of coding for what is no text
  ReportXml(Reader text) {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setXMLResolver(
        (_, _, _, _) -> {
          throw hasDocumentType(1);
        });
    try {
      in = factory.createXMLStreamReader(text);
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  /// Goes to the root, which must be the one of a report.
  void toRoot() {
    while (next() != XMLStreamConstants.START_ELEMENT) {
      // Comments and the like come before.
    }
    if (!in.getLocalName().equals("feedback")) {
      throw refuse(
          in.getLocalName(),
          "a DMARC aggregate report has the root element feedback, and this is another document");
    }
    if (!isOurs()) {
      throw refuse(
          "feedback",
          "its namespace %s is none of DMARC's".formatted(Refusal.quote(in.getNamespaceURI())));
    }
  }

  /// Goes to the next child of the element in which it is; at its end it goes out of it.
  ///
  /// @return whether there was one more child
  boolean toChild() {
    while (true) {
      switch (next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          return true;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          return false;
        }
        default -> {
          // Space between elements.
        }
      }
    }
  }

  /// The name of the element in which it is; empty for one of an extension.
  String name() {
    return isOurs() ? in.getLocalName() : "";
  }

  /// The text of the element in which it is, without space around it; goes out of the element.
  String text() {
    var name = in.getLocalName();
    int line = line();
    var text = new StringBuilder();
    for (int inside = 1; inside > 0; ) {
      switch (next()) {
        case XMLStreamConstants.START_ELEMENT -> inside++;
        case XMLStreamConstants.END_ELEMENT -> inside--;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          text.append(in.getTextCharacters(), in.getTextStart(), in.getTextLength());
          if (text.length() > LONGEST_TEXT) {
            throw refuse(
                line, name, "its text has more than %,d characters".formatted(LONGEST_TEXT));
          }
        }
        default -> {
          // Comments.
        }
      }
    }
    return SPACE.matcher(text).replaceAll(" ").strip();
  }

  /// Goes out of the element in which it is.
  void skip() {
    for (int inside = 1; inside > 0; ) {
      switch (next()) {
        case XMLStreamConstants.START_ELEMENT -> inside++;
        case XMLStreamConstants.END_ELEMENT -> inside--;
        default -> {
          // Of no interest.
        }
      }
    }
  }

  /// Reads what comes after the root, where nothing may come.
  void toEnd() {
    while (next() != XMLStreamConstants.END_DOCUMENT) {
      // Comments.
    }
  }

  int line() {
    return in.getLocation().getLineNumber();
  }

  Refusal refuse(String element, String why) {
    return refuse(line(), element, why);
  }

  static Refusal refuse(int line, String element, String why) {
    var shown = Refusal.shown(element, 60);
    return new Refusal(shown, "Line %d, %s: %s.".formatted(line, shown, why));
  }

  private boolean isOurs() {
    var namespace = in.getNamespaceURI();
    return namespace == null || NAMESPACES.contains(namespace);
  }

  private int next() {
    try {
      int event = in.next();
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (++depth > DEEPEST) {
            throw refuse(in.getLocalName(), "elements are more than %d deep".formatted(DEEPEST));
          }
          if (++elements > MOST_ELEMENTS) {
            throw refuse(
                in.getLocalName(), "there are more than %,d elements".formatted(MOST_ELEMENTS));
          }
        }
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.DTD -> throw hasDocumentType(line());
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw refuse("entity", "it refers to an entity, which no report does");
        default -> {
          // Text and what is between elements.
        }
      }
      return event;
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  private static Refusal hasDocumentType(int line) {
    return refuse(line, "DOCTYPE", "it declares a document type, which no report does");
  }

  private static Refusal broken(XMLStreamException e) {
    int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
    if (e.getNestedException() instanceof CharacterCodingException) {
      // The line is of no use: text is decoded some way ahead of the parser.
      return new Refusal("file", "It is not in the encoding that it claims.");
    }
    var said = String.valueOf(e.getMessage());
    int message = said.indexOf("Message: ");
    var why = Refusal.shown(message < 0 ? said : said.substring(message + 9), 200);
    return refuse(
        line,
        "XML",
        "it is not well-formed: " + (why.endsWith(".") ? why.substring(0, why.length() - 1) : why));
  }
}
