package org.clearpost.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaNamesTest {

    static final class Posting {
        record View(String address) {}

        record Page(List<View> items) {}

        record Account(String name) {}
    }

    static final class Pictures {
        record View(int width) {}

        record Account(String name) {}

        record Album(View cover, Posting.Page pages) {}
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void twoTypesOfOneNameAreNoticedWhereverTheyStand(boolean version31) {
        assertThat(resolved(version31, Pictures.Album.class).shared())
                .containsExactly("View is the name of " + Pictures.View.class.getName() + " and "
                        + Posting.View.class.getName());
        assertThat(resolved(version31, Posting.View.class, Pictures.View.class).shared())
                .hasSize(1);
    }

    @Test
    void oneTypeInSeveralPlacesIsOne() {
        assertThat(resolved(true, Posting.Page.class, Posting.View.class, Posting.Page.class)
                        .shared())
                .isEmpty();
    }

    @Test
    void twoTypesThatAreToldAlikeDoNoHarm() {
        assertThat(resolved(true, Posting.Account.class, Pictures.Account.class).shared())
                .isEmpty();
    }

    private static SchemaNames resolved(boolean version31, Class<?>... types) {
        SchemaNames names = new SchemaNames();
        ModelConverters converters = new ModelConverters(version31);
        converters.addConverter(names);
        for (Class<?> type : types) {
            converters.resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(true));
        }
        return names;
    }
}
