package org.clearpost.identity.testing;

import java.util.UUID;
import org.clearpost.identity.login.Passwords;
import org.clearpost.kit.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/** A group with one setting, and people in it who can sign in. */
@TestComponent
public class Town {

    public static final UUID GROUP = UUID.fromString("0192aaaa-0000-7000-8000-000000000001");
    public static final UUID SETTING = UUID.fromString("0192aaaa-0000-7000-8000-000000000011");
    public static final String PASSWORD = "four unrelated words here";

    private final TestDatabase database;
    private final Passwords passwords;
    private @Nullable String hash;

    Town(TestDatabase database, Passwords passwords) {
        this.database = database;
        this.passwords = passwords;
    }

    /** Somebody with the usual password, who holds {@code role} in the town's setting. */
    public UUID person(String email, String role) {
        UUID person = UUID.randomUUID();
        if (hash == null) {
            hash = passwords.hash(PASSWORD);
        }
        String setting = "GROUP_ADMIN".equals(role) ? "NULL" : "'" + SETTING + "'";
        database.change(
                """
                INSERT INTO directory_group (group_id, name, created_at) VALUES ('%1$s', 'Town', now())
                    ON CONFLICT DO NOTHING;
                INSERT INTO setting (group_id, id, official_name, type, nation, email_domains, labels, open, version)
                    VALUES ('%1$s', '%2$s', 'Town School', 'SCHOOL', 'WALES', '{town.example}', '{}', true, 1)
                    ON CONFLICT DO NOTHING;
                INSERT INTO person (group_id, id, name, email, person_type, status, epoch, version)
                    VALUES ('%1$s', '%3$s', 'Person', '%4$s', 'EMPLOYEE', 'ACTIVE', 1, 1);
                INSERT INTO post_held (group_id, id, person_id, setting_id, role, deputy, starts, state)
                    VALUES ('%1$s', gen_random_uuid(), '%3$s', %5$s, '%6$s', false, current_date - 1, 'CURRENT');
                INSERT INTO person_login (group_id, person_id, email, password_hash, generation)
                    VALUES ('%1$s', '%3$s', '%4$s', '%7$s', 1);
                """
                        .formatted(GROUP, SETTING, person, email, setting, role, hash));
        return person;
    }

    /** What the directory does when somebody leaves. */
    public void disable(UUID person) {
        database.change("UPDATE person SET status = 'DISABLED', epoch = epoch + 1 WHERE id = '" + person + "'");
    }
}
