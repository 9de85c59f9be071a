package cnnworkshop.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The folders the program writes to without being asked, where the operating system wants them. They exist and can
 * be written to: where the usual place can't, a folder for temporary files stands in and {@link #unusable()} names
 * the place.
 *
 * @param settings for settings, a few kilobytes
 * @param log for log files
 * @param cache for what can be made again: unpacked native libraries and networks, some hundred megabytes
 * @param unusable the usual folders that could not be used, empty almost always
 */
public record AppFolders(Path settings, Path log, Path cache, List<Path> unusable) {

  private static final String NAME = "cnn-workshop";
  private static final String DISPLAY_NAME = "CNN Workshop";

  public AppFolders {
    unusable = List.copyOf(unusable);
  }

  /** The folders on this machine, for the person who runs the program. */
  public static AppFolders ofThisMachine() {
    return of(System.getProperty("os.name"), System::getenv, Path.of(System.getProperty("user.home")),
        Path.of(System.getProperty("java.io.tmpdir")));
  }

  /**
   * @param osName as in the system property {@code os.name}
   * @param environment gives a variable's value or null
   * @param home the person's home folder
   * @param temporary where temporary files go
   */
  static AppFolders of(String osName, UnaryOperator<String> environment, Path home, Path temporary) {
    String os = osName.toLowerCase(Locale.ROOT);
    List<Path> unusable = new ArrayList<>();
    Path settings;
    Path log;
    Path cache;
    if (os.contains("win")) {
      Path roaming = fromEnvironment(environment, "APPDATA").orElse(home.resolve("AppData").resolve("Roaming"));
      Path local = fromEnvironment(environment, "LOCALAPPDATA").orElse(home.resolve("AppData").resolve("Local"));
      settings = roaming.resolve(DISPLAY_NAME);
      log = local.resolve(DISPLAY_NAME).resolve("Logs");
      cache = local.resolve(DISPLAY_NAME).resolve("Cache");
    } else if (os.contains("mac")) {
      Path library = home.resolve("Library");
      settings = library.resolve("Application Support").resolve(DISPLAY_NAME);
      log = library.resolve("Logs").resolve(DISPLAY_NAME);
      cache = library.resolve("Caches").resolve(DISPLAY_NAME);
    } else {
      settings = fromEnvironment(environment, "XDG_CONFIG_HOME").orElse(home.resolve(".config")).resolve(NAME);
      log = fromEnvironment(environment, "XDG_STATE_HOME").orElse(home.resolve(".local").resolve("state")).resolve(NAME);
      cache = fromEnvironment(environment, "XDG_CACHE_HOME").orElse(home.resolve(".cache")).resolve(NAME);
    }
    return new AppFolders(usable(settings, temporary, "settings", unusable), usable(log, temporary, "log", unusable),
        usable(cache, temporary, "cache", unusable), unusable);
  }

  private static Optional<Path> fromEnvironment(UnaryOperator<String> environment, String variable) {
    // A relative path would move with the folder the program is started in; the XDG rules say to ignore it.
    return Optional.ofNullable(environment.apply(variable)).filter(value -> !value.isBlank()).map(Path::of)
        .filter(Path::isAbsolute);
  }

  private static Path usable(Path wanted, Path temporary, String purpose, List<Path> unusable) {
    if (canBeWritten(wanted)) {
      return wanted;
    }
    unusable.add(wanted);
    Path substitute = temporary.resolve(NAME + "-" + System.getProperty("user.name")).resolve(purpose);
    if (canBeWritten(substitute) && isOurs(substitute)) {
      return substitute;
    }
    try {
      return Files.createTempDirectory(temporary, NAME + "-" + purpose);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a file to find out: what {@code Files.isWritable} says is not reliable on Windows and network drives. */
  private static boolean canBeWritten(Path folder) {
    try {
      Files.createDirectories(folder);
      // createTempFile would start the random numbers of the system's security, a tenth of a second at each start.
      Files.delete(Files.createFile(folder.resolve("try-" + ProcessHandle.current().pid() + "-" + System.nanoTime())));
      return true;
    } catch (IOException | SecurityException e) {
      return false; // the caller names the folder in unusable()
    }
  }

  /**
   * Whether a folder under a name anyone could guess belongs to this person and lets nobody else write: native
   * libraries are loaded from it.
   */
  private static boolean isOurs(Path folder) {
    try {
      Path probe = Files.createTempFile(folder, "own", null);
      boolean ours = Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(probe))
          && Files.getOwner(folder.getParent(), LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(probe));
      Files.delete(probe);
      if (ours && Files.getFileStore(folder).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(folder.getParent(),
            PosixFilePermissions.fromString("rwx------"));
      }
      return ours;
    } catch (IOException e) {
      return false; // then a folder with a new name is made
    }
  }
}
