package uk.nhs.estate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.status.StatusUtil;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

/// Asks the encoders that logback.xml makes.
class LogFormatTest {
  /// Would be a line of its own, cleared off the screen, and written backwards.
  private static final String FORGED =
      "a\n"
          + "12:00:00.000 ERROR Scanner forged\r\n"
          + "{\"level\":\"ERROR\"}\u0085\u2028\u001b[2J\u009b2J\u007f\u202e\u0000";

  private static final ConsoleAppender<ILoggingEvent> TEXT = appender("text");
  private static final ConsoleAppender<ILoggingEvent> JSON = appender("json");

  @Test
  void aMessageCannotForgeALineOfText() {
    var line = write(TEXT, FORGED, null);

    assertThat(line).endsWith("\n");
    assertThat(line.stripTrailing()).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");
    assertThat(line).contains("INFO  ScanRunner a\\x0A12:00:00.000").contains("\\x1B[2J\\x9B2J");
  }

  @Test
  void aMessageCannotForgeALineOfJson() throws JsonProcessingException {
    var line = write(JSON, FORGED, null);

    assertThat(line).matches("[ -~]+\n");
    var event = read(line);
    assertThat(event.get("message").asText()).isEqualTo(FORGED);
    assertThat(event.get("level").asText()).isEqualTo("INFO");
    assertThat(event.get("logger").asText()).isEqualTo("uk.nhs.estate.scan.ScanRunner");
    assertThat(event.get("time").asText()).isEqualTo("2026-11-24T09:30:00.250Z");
  }

  @Test
  void anExceptionCannotForgeALine() throws JsonProcessingException {
    var fault = new IllegalStateException(FORGED, new RuntimeException(FORGED));

    assertThat(write(TEXT, "failed", fault).lines())
        .hasSizeGreaterThan(5)
        .allMatch(line -> line.matches("[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]*"))
        .filteredOn(line -> !line.startsWith("    "))
        .singleElement()
        .satisfies(line -> assertThat(line).endsWith("ScanRunner failed"));
    var line = write(JSON, "failed", fault);
    assertThat(line).matches("[ -~]+\n");
    assertThat(read(line).get("exception").asText())
        .startsWith("java.lang.IllegalStateException: " + FORGED)
        .contains("Caused by: ", "LogFormatTest");
  }

  @Test
  void aLineSaysWhichScanAndWhichRequestItIsAbout() throws JsonProcessingException {
    try (var _ = MDC.putCloseable("scan", "0198-ab");
        var _ = MDC.putCloseable("request", "r\n1");
        var _ = MDC.putCloseable("message", "another's")) {
      assertThat(write(TEXT, "seen", null))
          .endsWith(" ScanRunner [scan 0198-ab] [request r\\x0A1] seen\n");
      var event = read(write(JSON, "seen", null));
      assertThat(event.get("scan").asText()).isEqualTo("0198-ab");
      assertThat(event.get("request").asText()).isEqualTo("r\n1");
      assertThat(event.get("message").asText()).isEqualTo("seen");
    }
    assertThat(write(TEXT, "seen", null)).endsWith(" ScanRunner seen\n");
    assertThat(read(write(JSON, "seen", null)).has("scan")).isFalse();
  }

  @Property
  void anyMessageIsOneLineInEitherFormat(@ForAll String message) throws JsonProcessingException {
    assertThat(write(TEXT, message, null).lines()).hasSize(1);
    var line = write(JSON, message, null);
    assertThat(line).matches("[ -~]+\n");
    assertThat(read(line).get("message").asText()).isEqualTo(message);
  }

  @Test
  void logbackItselfHasNothingToSay() {
    for (var appender : new ConsoleAppender<?>[] {TEXT, JSON}) {
      assertThat(new StatusUtil(appender.getContext()).hasXMLParsingErrors(0)).isFalse();
      assertThat(appender.getContext().getStatusManager().getCopyOfStatusList())
          .allMatch(status -> status.getLevel() == ch.qos.logback.core.status.Status.INFO);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"xml", "JSON", ""})
  void anotherFormatIsNotKnown(String name) {
    assertThat(LogFormat.named(name)).isEmpty();
  }

  private static ConsoleAppender<ILoggingEvent> appender(String format) {
    var context = new LoggerContext();
    context.setMDCAdapter(MDC.getMDCAdapter());
    context.putProperty("ESTATE_LOG_FORMAT", format);
    var configurator = new JoranConfigurator();
    configurator.setContext(context);
    try {
      configurator.doConfigure(LogFormat.class.getResource("/logback.xml"));
    } catch (ch.qos.logback.core.joran.spi.JoranException e) {
      throw new AssertionError(e);
    }
    return (ConsoleAppender<ILoggingEvent>) context.getLogger("ROOT").iteratorForAppenders().next();
  }

  private static String write(
      ConsoleAppender<ILoggingEvent> appender, String message, @Nullable Throwable fault) {
    var logger = ((LoggerContext) appender.getContext()).getLogger("uk.nhs.estate.scan.ScanRunner");
    var event = new LoggingEvent("", logger, Level.INFO, message, fault, null);
    event.setTimeStamp(java.time.Instant.parse("2026-11-24T09:30:00.250Z").toEpochMilli());
    return new String(appender.getEncoder().encode(event), StandardCharsets.UTF_8);
  }

  private static JsonNode read(String line) throws JsonProcessingException {
    return new ObjectMapper().readTree(line);
  }
}
