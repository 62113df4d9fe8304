package org.clearpost.kit.config;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import org.clearpost.kit.caller.Caller;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** What every service says of itself in OpenAPI. Who calls is read from the token and no parameter that anybody sends. */
@AutoConfiguration
@ConditionalOnClass(SpringDocUtils.class)
public class ApiDescriptionAutoConfiguration {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Bean
    OpenAPI apiDescription(@Value("${spring.application.name}") String application) {
        return new OpenAPI().info(new Info().title(application).version("1"));
    }
}
