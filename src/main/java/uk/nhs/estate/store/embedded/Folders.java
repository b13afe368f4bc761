package uk.nhs.estate.store.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;

/// What the standard library leaves out about folders.
final class Folders {
  private Folders() {}

  /// Deletes the folder and all that is in it, following no link; if it is there.
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (var all = Files.walk(folder)) {
      for (var path : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
        Files.deleteIfExists(path);
      }
    }
  }

  /// Makes a rename in the folder survive a power cut, where the system can be asked to.
  static void sync(Path folder) throws IOException {
    if (!permissions(folder, "rw-------").isEmpty()) {
      try (var channel = FileChannel.open(folder)) {
        channel.force(true);
      }
    }
  }

  /// The permissions as an attribute to set; none where the system has no such thing.
  static List<FileAttribute<?>> permissions(Path path, String permissions) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? List.of(
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)))
        : List.of();
  }
}
