package uk.nhs.estate.cli;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;

/// Writes the log in the format that logback.xml names.
public final class LogLayout extends LayoutBase<ILoggingEvent> {
  private LogFormat format = LogFormat.TEXT;

  /// Called with what logback.xml says.
  public void setFormat(String name) {
    format = LogFormat.named(name).orElse(LogFormat.TEXT);
  }

  @Override
  public String doLayout(ILoggingEvent event) {
    return format.line(event);
  }
}
