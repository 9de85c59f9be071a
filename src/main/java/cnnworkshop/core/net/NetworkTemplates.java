package cnnworkshop.core.net;

import cnnworkshop.core.FreshFile;
import cnnworkshop.core.net.TemplateFailure.Kind;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Networks kept by name, each a JSON file in one folder. Any name a person can type will do: what a file system may
 * not take is written as {@code %} and two hexadecimal digits, as in web addresses.
 */
public final class NetworkTemplates {

  private static final int VERSION = 1;
  /** Also keeps clear of names such as {@code con}, which Windows keeps for itself. */
  private static final String BEGIN = "network-";
  private static final String END = ".json";
  /** Of the file's name: file systems stop at 255, and while it is written it has 50 more. */
  private static final int LONGEST = 180;

  private final Path folder;
  private final SpecJson specs = new SpecJson();
  private final ObjectMapper mapper =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /** @param folder where the files are; made when the first is saved */
  public NetworkTemplates(Path folder) {
    this.folder = folder.toAbsolutePath();
  }

  /**
   * The names there are, in order; damaged ones too.
   *
   * @throws IOException if the folder can't be read
   */
  public List<String> names() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> nameOf(file.getFileName().toString())).flatMap(Optional::stream)
          .sorted(String.CASE_INSENSITIVE_ORDER.thenComparing(String::compareTo)).toList();
    }
  }

  /** Whether saving under that name would replace one: where the file system takes a for A, so does this. */
  public boolean has(String name) {
    return Files.exists(file(name));
  }

  /**
   * Keeps a network, in place of one of that name.
   *
   * @param name spaces around it are dropped
   * @throws TemplateFailure if the name or the network can't be kept or the file not be written
   */
  public void save(String name, NetworkSpec spec) throws TemplateFailure {
    String kept = name.strip();
    Path file = file(kept);
    if (kept.isEmpty() || file.getFileName().toString().length() > LONGEST) {
      throw new TemplateFailure(Kind.BAD_NAME, null, kept);
    }
    if (!specs.canWrite(spec)) {
      throw new TemplateFailure(Kind.OTHER_LAYER, null, kept);
    }
    ObjectNode root = mapper.createObjectNode().put("version", VERSION);
    root.set("network", specs.write(spec));
    try {
      Files.createDirectories(folder);
      FreshFile.write(file, out -> out.write((root.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new TemplateFailure(Kind.NOT_WRITTEN, e, kept, folder.toString());
    }
  }

  /**
   * The network of a name, as it was saved.
   *
   * @throws TemplateFailure if there is none or its file can't be used
   */
  public NetworkSpec load(String name) throws TemplateFailure {
    byte[] content;
    try {
      content = Files.readAllBytes(file(name));
    } catch (IOException e) {
      throw new TemplateFailure(Kind.MISSING, e, name);
    }
    try {
      JsonNode root = mapper.readTree(content);
      if (root.path("version").asInt() > VERSION) {
        throw new TemplateFailure(Kind.LATER_VERSION, null, name);
      }
      if (!root.path("network").isObject()) {
        throw new TemplateFailure(Kind.DAMAGED, null, name);
      }
      return specs.read(root.get("network"));
    } catch (JsonProcessingException e) {
      throw new TemplateFailure(Kind.DAMAGED, e, name);
    } catch (IOException e) {
      throw new TemplateFailure(Kind.MISSING, e, name);
    }
  }

  /**
   * Deletes a template, damaged or not.
   *
   * @throws TemplateFailure if there is none of that name or its file can't be deleted
   */
  public void delete(String name) throws TemplateFailure {
    try {
      Files.delete(file(name));
    } catch (NoSuchFileException e) {
      throw new TemplateFailure(Kind.MISSING, e, name);
    } catch (IOException e) {
      throw new TemplateFailure(Kind.NOT_WRITTEN, e, name, folder.toString());
    }
  }

  private Path file(String name) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : name.strip().getBytes(StandardCharsets.UTF_8)) {
      boolean plain = b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '-' || b == '_';
      encoded.append(plain ? String.valueOf((char) b) : String.format("%%%02x", b));
    }
    return folder.resolve(BEGIN + encoded + END);
  }

  /** The template's name for a file's name; empty if the file is none of ours. */
  private Optional<String> nameOf(String fileName) {
    if (!fileName.startsWith(BEGIN) || !fileName.endsWith(END)) {
      return Optional.empty();
    }
    String encoded = fileName.substring(BEGIN.length(), fileName.length() - END.length());
    String name = decoded(encoded);
    boolean ours = !name.isBlank() && file(name).getFileName().toString().equals(fileName);
    return ours ? Optional.of(name) : Optional.empty();
  }

  /** Undoes the encoding; what was not encoded so comes out as something else. */
  private static String decoded(String encoded) {
    byte[] bytes = new byte[encoded.length()];
    int length = 0;
    for (int i = 0; i < encoded.length(); i++) {
      boolean escape = encoded.charAt(i) == '%' && i + 2 < encoded.length();
      int high = escape ? Character.digit(encoded.charAt(i + 1), 16) : -1;
      int low = escape ? Character.digit(encoded.charAt(i + 2), 16) : -1;
      if (high >= 0 && low >= 0) {
        bytes[length++] = (byte) (high * 16 + low);
        i += 2;
      } else {
        bytes[length++] = (byte) encoded.charAt(i);
      }
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }
}
