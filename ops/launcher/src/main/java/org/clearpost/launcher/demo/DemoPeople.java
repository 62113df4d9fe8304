package org.clearpost.launcher.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearpost.launcher.data.DataDirectory;
import org.clearpost.launcher.data.PrivateFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who can sign in to the demo and how, readable by the owner of the data directory only.
 *
 * <p>While loading it says so: a demo that was interrupted is made afresh, never half shown.
 *
 * @param client the credentials of the API client that {@code ask} uses
 * @param settings the settings' names and ids
 */
public record DemoPeople(boolean complete, List<Login> people, @Nullable Client client, Map<String, String> settings) {

    private static final String FILE = "demo.json";
    private static final JsonMapper JSON = JsonMapper.shared();

    /** One person and their password; {@code setting} is null for somebody of the whole group. */
    public record Login(String name, String as, @Nullable String setting, String email, String password) {}

    /** Credentials of another system. */
    public record Client(String id, String secret) {}

    /** Somebody who may see who is on the roster of this setting. */
    public Optional<Login> contributorAt(String settingId) {
        return people.stream()
                .filter(login -> login.as().equals("contributor"))
                .filter(login -> login.setting() != null && settingId.equals(settings.get(login.setting())))
                .findFirst();
    }

    static DemoPeople begun() {
        return new DemoPeople(false, List.of(), null, Map.of());
    }

    public static Optional<DemoPeople> in(DataDirectory data) {
        return read(data.file(FILE));
    }

    void write(DataDirectory data) {
        PrivateFile.write(data.file(FILE), JSON.writeValueAsString(this));
    }

    private static Optional<DemoPeople> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(Files.readString(file), DemoPeople.class));
        } catch (IOException | JacksonException e) {
            return Optional.of(begun());
        }
    }
}
