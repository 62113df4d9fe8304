package org.clearpost.launcher.data;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Properties;
import java.util.TreeMap;
import org.clearpost.launcher.Failure;

/** Random values of this data directory, made when first asked for and kept in a file only its owner reads. */
public final class Secrets {

    /** Letters and digits that are not mistaken for one another on a screen. */
    private static final String READABLE = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final TreeMap<String, String> values = new TreeMap<>();

    private Secrets(Path file) {
        this.file = file;
    }

    static Secrets in(Path file) {
        var secrets = new Secrets(file);
        if (Files.exists(file)) {
            try {
                var properties = new Properties();
                properties.load(new StringReader(Files.readString(file)));
                properties
                        .stringPropertyNames()
                        .forEach(name -> secrets.values.put(name, properties.getProperty(name)));
            } catch (IOException e) {
                throw new Failure("%s cannot be read: %s".formatted(file, e.getMessage()), e);
            }
        }
        return secrets;
    }

    /** Values for all of these names: a code people type for names that end in CODE, else 192 random bits. */
    public TreeMap<String, String> forNames(Collection<String> names) {
        var before = values.size();
        for (var name : names) {
            values.computeIfAbsent(name, n -> n.endsWith("CODE") ? code(3) : random());
        }
        if (values.size() > before) {
            var text = new StringBuilder();
            values.forEach(
                    (name, value) -> text.append(name).append('=').append(value).append('\n'));
            PrivateFile.write(file, text.toString());
        }
        return new TreeMap<>(values);
    }

    public static String random() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Groups of four readable signs, about 20 bits each. */
    public static String code(int groups) {
        var code = new StringBuilder();
        for (var i = 0; i < groups * 4; i++) {
            if (i > 0 && i % 4 == 0) {
                code.append('-');
            }
            code.append(READABLE.charAt(RANDOM.nextInt(READABLE.length())));
        }
        return code.toString();
    }
}
