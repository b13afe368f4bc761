package uk.nhs.estate.observation.text;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The addresses of pages that a site lists for crawlers, or of further such lists
/// (<https://www.sitemaps.org/protocol.html>).
///
/// What is malformed ends the reading; what came before it counts. A document type is none of a
/// sitemap's, and nothing is read of a file that has one.
///
/// @param isIndex whether it lists further sitemaps
/// @param locations each once, in the order of the file, as written
public record Sitemap(boolean isIndex, List<String> locations) {
  private static final int MOST_LOCATIONS = 1_000;
  private static final int MOST_ELEMENTS = 50_000;
  private static final int LONGEST_LOCATION = 2_048;
  private static final int DEEPEST = 10;
  private static final List<String> PAGE = List.of("urlset", "url", "loc");
  private static final List<String> FURTHER = List.of("sitemapindex", "sitemap", "loc");

  public Sitemap {
    locations = List.copyOf(locations);
  }

  /// Reads a file, packed by gzip or not.
  ///
  /// @param most how many octets of it are read once it is unpacked
  public static Sitemap read(byte[] file, int most) {
    var reading = new Reading();
    try {
      reading.read(new ByteArrayInputStream(unpacked(file, most)));
    } catch (XMLStreamException _) {
      // malformed, or cut off: what came before counts
    }
    return new Sitemap(reading.isIndex, List.copyOf(reading.locations));
  }

  private static byte[] unpacked(byte[] file, int most) {
    var unpacked = new ByteArrayOutputStream();
    boolean packed = file.length > 1 && (file[0] & 0xff) == 0x1f && (file[1] & 0xff) == 0x8b;
    try (var sent = new ByteArrayInputStream(file);
        var in = packed ? new GZIPInputStream(sent) : sent) {
      var some = new byte[8_192];
      for (int left = most; left > 0; ) {
        int read = in.read(some, 0, Math.min(some.length, left));
        if (read < 0) {
          break;
        }
        unpacked.write(some, 0, read);
        left -= read;
      }
    } catch (IOException _) {
      // cut off: what came out before counts
    }
    return unpacked.toByteArray();
  }

  /// Goes through the elements one after another.
  private static final class Reading {
    private final Set<String> locations = new LinkedHashSet<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private boolean isIndex;
    private int elements;

    void read(InputStream file) throws XMLStreamException {
      var in = reader(file);
      while (in.hasNext() && locations.size() < MOST_LOCATIONS && elements < MOST_ELEMENTS) {
        switch (in.next()) {
          case XMLStreamConstants.DTD -> {
            return;
          }
          case XMLStreamConstants.START_ELEMENT -> {
            open.addLast(in.getLocalName());
            text.setLength(0);
            elements++;
            if (open.size() > DEEPEST) {
              return;
            }
          }
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
            if (isLocation() && text.length() <= LONGEST_LOCATION) {
              text.append(in.getTextCharacters(), in.getTextStart(), in.getTextLength());
            }
          }
          case XMLStreamConstants.END_ELEMENT -> {
            if (isLocation()) {
              take(text.toString().strip());
            }
            open.removeLast();
          }
          default -> {
            // comments and the like
          }
        }
      }
    }

    private boolean isLocation() {
      return open.size() == PAGE.size() && (is(PAGE) || is(FURTHER));
    }

    private boolean is(List<String> path) {
      return new ArrayList<>(open).equals(path);
    }

    private void take(String location) {
      if (!location.isEmpty() && location.length() <= LONGEST_LOCATION) {
        isIndex = is(FURTHER);
        locations.add(location);
      }
    }
  }

  /// One that knows no document types, no entities but XML's own, and nothing outside of the file.
  private static XMLStreamReader reader(InputStream file) throws XMLStreamException {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setXMLResolver(
        (_, _, _, _) -> {
          throw new XMLStreamException("a sitemap has no document type");
        });
    // sitemaps are UTF-8, whatever they say
    return factory.createXMLStreamReader(new InputStreamReader(file, StandardCharsets.UTF_8));
  }
}
