package org.clearpost.identity.directory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clearpost.identity.model.NewGroup;
import org.clearpost.identity.seam.Directory;
import org.clearpost.kit.ids.Ids;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.clearpost.kit.testing.TestDatabase;
import org.clearpost.kit.testing.TestTokens;
import org.jspecify.annotations.Nullable;

/** Makes groups that are made as set-up makes them, each with a setting and an admin of its own. */
record Groups(TenantTransaction transaction, Directory directory, TestDatabase database, int port) {

    /** A group with its first setting and first admin. */
    record Group(UUID id, UUID setting, UUID admin, Groups groups) {

        Http asAdmin() {
            return as(admin, "GROUP_ADMIN", null);
        }

        /** A token as identity would make it now. */
        Http as(UUID person, String role, @Nullable UUID at) {
            return new Http(
                    groups.port(),
                    TestTokens.person(id, person)
                            .post(role, at)
                            .epoch(epoch(person))
                            .token("identity"));
        }

        long epoch(UUID person) {
            return Long.parseLong(groups.database().ask("SELECT epoch FROM person WHERE id = '" + person + "'"));
        }

        /** Somebody new with an address at the first setting's domain. */
        UUID person(String name) {
            return asAdmin()
                    .post(
                            "/people",
                            Map.of("name", name, "email", Ids.next() + "@hilltop.example", "personType", "EMPLOYEE"))
                    .id();
        }

        Http.Answer give(UUID person, String role, @Nullable UUID at) {
            Map<String, Object> body = new HashMap<>(Map.of("role", role));
            body.put("settingId", at);
            return asAdmin().post("/people/" + person + "/posts", body);
        }

        UUID holder(String name, String role) {
            UUID person = person(name);
            give(person, role, role.equals("GROUP_ADMIN") ? null : setting);
            return person;
        }

        UUID setting(String name) {
            return asAdmin().post("/settings", settingBody(name)).id();
        }
    }

    Group create() {
        UUID id = Ids.next();
        UUID setting = Ids.next();
        UUID admin = Ids.next();
        transaction
                .asSystem(
                        id,
                        directory.createFirst(new NewGroup(
                                id,
                                "Hillside Group",
                                new NewGroup.FirstSetting(
                                        setting,
                                        "Hilltop Nursery",
                                        "EARLY_YEARS",
                                        "WALES",
                                        List.of("hilltop.example", "Hilltop.example")),
                                new NewGroup.FirstAdmin(admin, "Ada Brookes", admin + "@hilltop.example"))))
                .block();
        return new Group(id, setting, admin, this);
    }

    static Map<String, Object> settingBody(String name) {
        return Map.of(
                "officialName",
                name,
                "type",
                "SCHOOL",
                "nation",
                "ENGLAND",
                "emailDomains",
                List.of("hilltop.example", "valley.example"),
                "labels",
                Map.of());
    }
}
