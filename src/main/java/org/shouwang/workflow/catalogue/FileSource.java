package org.shouwang.workflow.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.util.UriUtils;

/** Where the files come from: a folder, or the copy that was built into the jar. */
final class FileSource {

    private static final int LIMIT = 5 * 1024 * 1024;

    private FileSource() {}

    static Map<String, byte[]> folder(Path dir, List<Fault> faults) {
        Map<String, byte[]> files = new TreeMap<>();
        if (!Files.isDirectory(dir)) {
            faults.add(new Fault(dir.toString(), "", "there is no such folder"));
            return files;
        }
        // Links are followed because mounted configuration consists of them; none may lead out of the folder.
        try (Stream<Path> paths = Files.walk(dir, FileVisitOption.FOLLOW_LINKS)) {
            Path root = dir.toRealPath();
            List<Path> visible = paths.filter(path -> !hidden(dir.relativize(path)))
                    .filter(Files::isRegularFile)
                    .toList();
            for (Path path : visible) {
                String name = dir.relativize(path).toString().replace('\\', '/');
                if (path.toRealPath().startsWith(root)) {
                    read(name, Files.newInputStream(path), files, faults);
                } else {
                    faults.add(new Fault(name, "", "is a link out of the folder"));
                }
            }
        } catch (IOException | UncheckedIOException e) {
            faults.add(new Fault(dir.toString(), "", "cannot be read: " + e.getMessage()));
        }
        return files;
    }

    /** What an editor, a desktop or a version control leaves behind is not the county's. */
    private static boolean hidden(Path relative) {
        return StreamSupport.stream(relative.spliterator(), false)
                .map(Path::toString)
                .anyMatch(name -> name.startsWith(".") || name.endsWith("~"));
    }

    static Map<String, byte[]> classpath(List<Fault> faults) {
        Map<String, byte[]> files = new TreeMap<>();
        try {
            for (Resource resource :
                    new PathMatchingResourcePatternResolver().getResources("classpath:processes/**/*.*")) {
                if (resource.isReadable()) {
                    read(name(resource), resource.getInputStream(), files, faults);
                }
            }
        } catch (IOException e) {
            faults.add(new Fault("processes/", "", "the copy in the jar cannot be read: " + e.getMessage()));
        }
        if (files.isEmpty() && faults.isEmpty()) {
            faults.add(new Fault("processes/", "", "there is no folder and no copy in the jar"));
        }
        return files;
    }

    private static String name(Resource resource) throws IOException {
        String url = UriUtils.decode(resource.getURL().toString(), StandardCharsets.UTF_8);
        return url.substring(url.lastIndexOf("/processes/") + "/processes/".length());
    }

    private static void read(String name, InputStream stream, Map<String, byte[]> files, List<Fault> faults)
            throws IOException {
        try (stream) {
            byte[] content = stream.readNBytes(LIMIT + 1);
            if (content.length > LIMIT) {
                faults.add(new Fault(name, "", "is larger than 5 MB"));
            } else {
                files.put(name, content);
            }
        }
    }
}
