package uk.nhs.estate.cli;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// How an event is written into the log.
///
/// In either format, text from outside can neither begin a line nor steer a terminal: control
/// characters are shown as their codes.
enum LogFormat {
  /// For people: one line an event, its exception indented below.
  TEXT {
    @Override
    String line(ILoggingEvent event) {
      var logger = event.getLoggerName();
      var text =
          new StringBuilder()
              .append(TIME.format(time(event)))
              .append(String.format(" %-5s ", event.getLevel()))
              .append(logger.substring(logger.lastIndexOf('.') + 1))
              .append(' ');
      subjects(event)
          .forEach((name, id) -> text.append('[' + name + ' ' + Terminal.safe(id) + "] "));
      text.append(Terminal.safe(message(event))).append('\n');
      exception(event)
          .ifPresent(
              trace ->
                  trace
                      .lines()
                      .map(line -> "    " + Terminal.safe(line.strip()) + '\n')
                      .forEach(text::append));
      return text.toString();
    }
  },

  /// For programs: one JSON object (RFC 8259) a line, in plain ASCII.
  JSON {
    @Override
    String line(ILoggingEvent event) {
      var fields = new LinkedHashMap<String, String>();
      fields.put("time", time(event).toString());
      fields.put("level", event.getLevel().toString());
      fields.put("logger", event.getLoggerName());
      fields.putAll(subjects(event));
      fields.put("message", message(event));
      exception(event).ifPresent(trace -> fields.put("exception", trace));
      try {
        return MAPPER.writeValueAsString(fields).replace("\u007F", "\\u007F") + '\n';
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("Text can always be written as JSON", e);
      }
    }
  };

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.systemDefault());
  private static final ObjectMapper MAPPER =
      new ObjectMapper(JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build());

  /// What an event may be about, by its name in the logging context.
  private static final List<String> SUBJECTS = List.of("scan", "request");

  /// The event as it is written, with the line's end.
  abstract String line(ILoggingEvent event);

  /// The format of a name as ESTATE_LOG_FORMAT has it: text or json.
  static Optional<LogFormat> named(String name) {
    return Arrays.stream(values())
        .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }

  private static Instant time(ILoggingEvent event) {
    return Instant.ofEpochMilli(event.getTimeStamp());
  }

  private static String message(ILoggingEvent event) {
    return String.valueOf(event.getFormattedMessage());
  }

  private static Map<String, String> subjects(ILoggingEvent event) {
    var subjects = new LinkedHashMap<String, String>();
    for (var name : SUBJECTS) {
      var id = event.getMDCPropertyMap().get(name);
      if (id != null) {
        subjects.put(name, id);
      }
    }
    return subjects;
  }

  private static Optional<String> exception(ILoggingEvent event) {
    return Optional.ofNullable(event.getThrowableProxy()).map(ThrowableProxyUtil::asString);
  }
}
