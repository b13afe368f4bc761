package uk.nhs.estate.store.embedded;

import java.nio.file.Path;
import java.util.OptionalLong;

/// Says that another program of ours already runs on the folder, and which.
public final class FolderInUse extends RuntimeException {
  private final Path folder;
  private final OptionalLong pid;

  FolderInUse(Path folder, OptionalLong pid) {
    super(
        "The folder %s is in use by another process%s: stop that one first, or choose another folder."
            .formatted(folder, pid.isPresent() ? " (pid " + pid.getAsLong() + ")" : ""));
    this.folder = folder;
    this.pid = pid;
  }

  public Path folder() {
    return folder;
  }

  /// The process that holds the folder; empty in the moment before it has written its number.
  public OptionalLong pid() {
    return pid;
  }
}
