package org.clearpost.kit.testing;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * Which types each schema of an OpenAPI document was made from. A schema is named by its type's simple name, so two
 * records of one name in two folders overwrite each other in the document, without a word.
 */
final class SchemaNames implements ModelConverter {

    private static final SchemaNames LISTENING = new SchemaNames();

    static {
        ModelConverters.getInstance(true).addConverter(LISTENING);
        ModelConverters.getInstance(false).addConverter(LISTENING);
    }

    /** By name, what each type was first told as. */
    private final Map<String, Map<String, Schema<?>>> types = new ConcurrentSkipListMap<>();

    SchemaNames() {}

    /** Told of every schema that a document of this process is made of from now on. */
    static SchemaNames listening() {
        LISTENING.types.clear();
        return LISTENING;
    }

    /** One sentence for each name that types which differ go by. */
    List<String> shared() {
        return types.entrySet().stream()
                .filter(each -> Set.copyOf(each.getValue().values()).size() > 1)
                .map(each -> each.getKey() + " is the name of "
                        + String.join(" and ", each.getValue().keySet()))
                .toList();
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        if (schema != null) {
            String reference = schema.get$ref();
            String name = reference == null ? schema.getName() : reference.substring(reference.lastIndexOf('/') + 1);
            JavaType from = Json.mapper().constructType(type.getType());
            // What wraps an answer goes by the name of what is in it.
            Schema<?> told = name == null ? null : context.getDefinedModels().get(name);
            if (told != null && name.startsWith(from.getRawClass().getSimpleName())) {
                types.computeIfAbsent(name, key -> new ConcurrentSkipListMap<>())
                        .putIfAbsent(from.toCanonical(), told);
            }
        }
        return schema;
    }
}
