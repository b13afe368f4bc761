package uk.nhs.estate.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.register.ScanLevel;

/// What `scan-tls` was asked for; each part is as [ScanTlsCommand] describes it.
record TlsOrder(
    String host,
    List<String> addresses,
    @Nullable String serverName,
    @Nullable String caFile,
    @Nullable Starttls starttls,
    Level level,
    List<String> allowedNetworks,
    boolean json,
    @Nullable Path config,
    WorldOption world) {

  TlsOrder {
    addresses = List.copyOf(addresses);
    allowedNetworks = List.copyOf(allowedNetworks);
  }

  /// Protocols that begin in clear text and go over to TLS.
  enum Starttls {
    SMTP
  }

  /// How far a look may go.
  enum Level {
    PASSIVE(ScanLevel.PASSIVE),
    ORDINARY(ScanLevel.ORDINARY),
    THOROUGH(ScanLevel.THOROUGH);

    private final ScanLevel allowed;

    Level(ScanLevel allowed) {
      this.allowed = allowed;
    }

    ScanLevel allowed() {
      return allowed;
    }
  }

  /// Reads a command line as people mostly write it, without the library for command lines, whose
  /// classes take longer to load than the look takes. Whatever is unusual, and every mistake, is
  /// left to that library.
  ///
  /// @param arguments what follows the name of the command
  /// @param config the folder of settings when none is given
  static Optional<TlsOrder> read(List<String> arguments, @Nullable String config) {
    var hosts = new ArrayList<String>();
    var addresses = new ArrayList<String>();
    var networks = new ArrayList<String>();
    var world = new WorldOption();
    String serverName = null;
    String caFile = null;
    String folder = config;
    Starttls starttls = null;
    Level level = null;
    boolean json = false;
    var rest = arguments.iterator();
    while (rest.hasNext()) {
      var option = rest.next();
      if (option.isEmpty() || option.startsWith("@") || option.contains("=")) {
        return Optional.empty();
      }
      if (!option.startsWith("-")) {
        hosts.add(option);
        continue;
      }
      if (option.equals("--json")) {
        json = true;
        continue;
      }
      var value = rest.hasNext() ? rest.next() : "";
      if (value.isEmpty() || "-@\"'".indexOf(value.charAt(0)) >= 0) {
        return Optional.empty();
      }
      boolean again = false;
      switch (option) {
        case "--address" -> addresses.add(value);
        case "--allow-network" -> networks.add(value);
        case "--resolver" -> world.resolvers.add(value);
        case "--config" -> folder = value;
        case "--sni" -> {
          again = serverName != null;
          serverName = value;
        }
        case "--ca-file" -> {
          again = caFile != null;
          caFile = value;
        }
        case "--starttls" -> {
          again = starttls != null || !value.equals("smtp");
          starttls = Starttls.SMTP;
        }
        case "--level" -> {
          again = level != null;
          level = level(value);
          again |= level == null;
        }
        default -> again = true;
      }
      if (again) {
        return Optional.empty();
      }
    }
    try {
      return hosts.size() == 1
          ? Optional.of(
              new TlsOrder(
                  hosts.getFirst(),
                  addresses,
                  serverName,
                  caFile,
                  starttls,
                  level == null ? Level.ORDINARY : level,
                  networks,
                  json,
                  folder == null ? null : Path.of(folder),
                  world))
          : Optional.empty();
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  private static @Nullable Level level(String text) {
    for (var level : Level.values()) {
      if (level.name().toLowerCase(Locale.ROOT).equals(text)) {
        return level;
      }
    }
    return null;
  }
}
