package org.clearpost.launcher.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.clearpost.launcher.data.PrivateFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How other commands find the launcher that runs a data directory, readable by its owner only.
 *
 * <p>It is believed only while that launcher holds the directory's lock.
 */
public record RunFile(long pid, int controlPort, String token, String address, String localAddress, boolean ready) {

    private static final JsonMapper JSON = JsonMapper.shared();

    public static Path in(Path data) {
        return data.resolve("run.json");
    }

    public static @Nullable RunFile read(Path data) {
        var file = in(data);
        if (!Files.exists(file)) {
            return null;
        }
        try {
            return JSON.readValue(Files.readString(file), RunFile.class);
        } catch (IOException | JacksonException e) {
            return null;
        }
    }

    public void write(Path data) {
        PrivateFile.write(in(data), JSON.writeValueAsString(this));
    }

    public RunFile asReady() {
        return new RunFile(pid, controlPort, token, address, localAddress, true);
    }
}
