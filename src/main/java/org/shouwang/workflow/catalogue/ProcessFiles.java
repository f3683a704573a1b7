package org.shouwang.workflow.catalogue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The county's own files as they were at one moment, by path under processes/. Read once and never again, so that what
 * was checked is what is used.
 */
public final class ProcessFiles {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final SortedMap<String, byte[]> files;

    private ProcessFiles(SortedMap<String, byte[]> files) {
        this.files = Collections.unmodifiableSortedMap(files);
    }

    public static ProcessFiles of(Map<String, byte[]> files) {
        return new ProcessFiles(new TreeMap<>(files));
    }

    /**
     * Reads the given folder; without one {@code ./processes} where that exists, else the copy in the jar.
     *
     * @throws Faults when the folder or a file in it cannot be read or is not acceptable
     */
    public static ProcessFiles read(@Nullable Path dir) {
        List<Fault> faults = new ArrayList<>();
        Path beside = Path.of("processes");
        Map<String, byte[]> files;
        if (dir != null) {
            files = FileSource.folder(dir, faults);
        } else if (Files.isDirectory(beside)) {
            files = FileSource.folder(beside, faults);
        } else {
            files = FileSource.classpath(faults);
        }
        Faults.refuse(faults);
        return of(files);
    }

    /** All files whose path starts so, as in {@code under("codes/")}. */
    public SortedMap<String, byte[]> under(String prefix) {
        return files.subMap(prefix, prefix + Character.MAX_VALUE);
    }

    public Optional<byte[]> find(String path) {
        return Optional.ofNullable(files.get(path)).map(byte[]::clone);
    }

    /** @throws NoSuchElementException when there is no such file */
    public byte[] get(String path) {
        return find(path).orElseThrow(() -> new NoSuchElementException(path));
    }

    public String text(String path) {
        return new String(get(path), StandardCharsets.UTF_8);
    }

    public SortedMap<String, byte[]> all() {
        return files;
    }

    /** Reads a YAML file; what keeps it from being read is reported with its line. */
    public Optional<Entry> yaml(String path, List<Fault> faults) {
        byte[] content = files.get(path);
        if (content == null) {
            faults.add(new Fault(path, "", "the file is missing"));
            return Optional.empty();
        }
        try {
            JsonNode node = YAML.readTree(content);
            return Optional.of(new Entry(path, "", node, faults));
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            String line = at == null ? "" : "line " + at.getLineNr();
            faults.add(new Fault(path, line, "not readable as YAML: " + firstLine(e.getOriginalMessage())));
            return Optional.empty();
        }
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }

    /** Changes when any file's name or content changes. */
    public String sha256() {
        MessageDigest digest = digest();
        files.forEach((path, content) -> {
            digest.update((path + '\0' + content.length + '\0').getBytes(StandardCharsets.UTF_8));
            digest.update(content);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    /** SHA-256 of one file, for what has to say which version it was made with. */
    public String sha256(String path) {
        return HexFormat.of().formatHex(digest().digest(get(path)));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
