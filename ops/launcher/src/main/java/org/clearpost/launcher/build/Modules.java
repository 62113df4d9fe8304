package org.clearpost.launcher.build;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.clearpost.launcher.Failure;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Which directories a module's jar is made from: its own, and those of our modules it depends on. */
final class Modules {

    /** What a build writes, and what no jar contains. */
    private static final Set<String> NOT_SOURCES =
            Set.of("target", "node_modules", "dist", "test-results", "playwright-report");

    private final Path root;
    private final Map<String, String> directoryOf = new HashMap<>();
    private final Map<String, Set<String>> needs = new HashMap<>();

    private Modules(Path root) {
        this.root = root;
    }

    static Modules of(Path root) {
        var modules = new Modules(root);
        var parent = parse(root.resolve("pom.xml"));
        var listed = parent.getElementsByTagName("module");
        var poms = new HashMap<String, Document>();
        for (var i = 0; i < listed.getLength(); i++) {
            var directory = listed.item(i).getTextContent().strip();
            var pom = parse(root.resolve(directory).resolve("pom.xml"));
            poms.put(directory, pom);
            modules.directoryOf.put(child(pom.getDocumentElement(), "artifactId"), directory);
        }
        poms.forEach((directory, pom) -> modules.needs.put(directory, modules.neededBy(pom)));
        return modules;
    }

    /** The module's directory and all it is built from. */
    Set<String> closure(String directory) {
        var all = new LinkedHashSet<String>();
        var open = new ArrayList<>(List.of(directory));
        while (!open.isEmpty()) {
            var next = open.removeLast();
            if (all.add(next)) {
                open.addAll(needs.getOrDefault(next, Set.of()));
            }
        }
        return all;
    }

    /** When the newest file that goes into the module's jar was last written. */
    long newestSource(String directory) {
        var newest = modified(root.resolve("pom.xml"));
        for (var part : closure(directory)) {
            newest = Math.max(newest, newestBelow(root.resolve(part)));
        }
        return newest;
    }

    private Set<String> neededBy(Document pom) {
        var found = new HashSet<String>();
        var dependencies = pom.getElementsByTagName("dependency");
        for (var i = 0; i < dependencies.getLength(); i++) {
            var dependency = (Element) dependencies.item(i);
            var directory = directoryOf.get(child(dependency, "artifactId"));
            if (directory != null
                    && child(dependency, "groupId").equals("org.clearpost")
                    && !child(dependency, "scope").equals("test")) {
                found.add(directory);
            }
        }
        return found;
    }

    private static long newestBelow(Path directory) {
        var newest = new long[1];
        try {
            Files.walkFileTree(directory, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
                    var name = String.valueOf(dir.getFileName());
                    var test = dir.endsWith(Path.of("src", "test"));
                    return NOT_SOURCES.contains(name) || name.startsWith(".") || test
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    newest[0] =
                            Math.max(newest[0], attributes.lastModifiedTime().toMillis());
                    return FileVisitResult.CONTINUE;
                }
            });
            return newest[0];
        } catch (IOException e) {
            throw new Failure("The sources in %s cannot be read: %s".formatted(directory, e.getMessage()), e);
        }
    }

    private static long modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            throw new Failure("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static String child(Element element, String name) {
        for (var node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeName().equals(name)) {
                return node.getTextContent().strip();
            }
        }
        return "";
    }

    private static Document parse(Path pom) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(pom.toFile());
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new Failure("%s cannot be read: %s".formatted(pom, e.getMessage()), e);
        }
    }
}
