package uk.nhs.estate.store.embedded;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.stream.Stream;

/// As whom PostgreSQL runs: as ourselves, except that it refuses root.
///
/// For root, a user namespace in which root is nobody changes nothing on disk. Where the system
/// forbids that, or the folder is somebody else's, the programs run as another user.
record Account(List<String> prefix, int uid) {
  private static final int SELF = -1;
  private static final int NOBODY = 65_534;

  static Account of(Path folder) throws IOException {
    if (!weAreRoot()) {
      return new Account(List.of(), SELF);
    }
    var owner = uid(folder);
    var namespace = List.of("unshare", "-U");
    if (owner == 0 && works(namespace)) {
      return new Account(namespace, 0);
    }
    var uid = owner == 0 ? NOBODY : owner;
    var other =
        List.of("setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups", "--inh-caps=-all");
    if (works(other)) {
      return new Account(other, uid);
    }
    throw new IOException(
        "PostgreSQL refuses to run as root, and neither `unshare -U` nor `setpriv` works here:"
            + " start this as another user, or set a database URL.");
  }

  List<String> as(List<String> command) {
    return Stream.concat(prefix.stream(), command.stream()).toList();
  }

  /// Hands a file, or a folder with all that is in it, to this account.
  void own(Path path) throws IOException {
    if (uid == SELF) {
      return;
    }
    try (var all = Files.walk(path)) {
      for (var each : (Iterable<Path>) all::iterator) {
        if (uid(each) != uid) {
          Files.setAttribute(each, "unix:uid", uid, NOFOLLOW_LINKS);
        }
      }
    }
  }

  /// Lets another account through a folder on the way to its own, whatever the umask it was made
  /// with.
  void letThrough(Path folder) throws IOException {
    if (uid > 0) {
      var permissions = Files.getPosixFilePermissions(folder);
      permissions.add(PosixFilePermission.OTHERS_EXECUTE);
      Files.setPosixFilePermissions(folder, permissions);
    }
  }

  private static boolean works(List<String> prefix) {
    return Commands.works(Stream.concat(prefix.stream(), Stream.of("true")).toList());
  }

  private static boolean weAreRoot() throws IOException {
    var self = Path.of("/proc/" + ProcessHandle.current().pid());
    return Files.exists(self) && uid(self) == 0;
  }

  private static int uid(Path path) throws IOException {
    return (int) Files.getAttribute(path, "unix:uid", NOFOLLOW_LINKS);
  }
}
