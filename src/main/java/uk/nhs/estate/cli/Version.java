package uk.nhs.estate.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/// What `estate --version` says.
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    var version =
        Objects.requireNonNullElse(
            Version.class.getPackage().getImplementationVersion(), "not packaged");
    return new String[] {
      "NHS web estate " + version,
      "Java " + Runtime.version() + ", " + System.getProperty("os.name")
    };
  }
}
