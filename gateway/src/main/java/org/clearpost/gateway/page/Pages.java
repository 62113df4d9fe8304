package org.clearpost.gateway.page;

import static org.springframework.web.reactive.function.server.RequestPredicates.GET;
import static org.springframework.web.reactive.function.server.RequestPredicates.POST;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.resource.EncodedResourceResolver;
import org.springframework.web.reactive.resource.PathResourceResolver;
import reactor.core.publisher.Mono;

/**
 * The web pages. Every address a browser may be given shows the same shell, with a policy that lets nothing run or
 * style but our own files and this answer's nonce; a missing file or an API error never shows it.
 */
@Configuration
class Pages implements WebFluxConfigurer {

    private static final String FILES = "classpath:/META-INF/resources/";
    private static final String NONCE_MARK = "__CSP_NONCE__";
    private static final List<String> NOT_PAGES =
            List.of("/api/", "/api-docs/", "/assets/", "/actuator/", "/oauth2/", "/.well-known/");
    private static final List<String> IDENTITYS = List.of("/login", "/password", "/logout");
    private static final String SHARED = "/share-picture";
    private static final String OFFLINE = "/{file:sw\\.js|offline\\.html|offline\\.css}";
    /** The worker itself asks for the files it keeps, so it needs to be let. */
    private static final String OFFLINE_POLICY = "default-src 'none'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** No style attribute, no image from elsewhere, no form that is sent: the family pages need none of it. */
    private static final String FAMILY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        // Names carry a hash of the content, so a file never changes under its name.
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(FILES + "assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new EncodedResourceResolver())
                .addResolver(new PathResourceResolver());
        registry.addResourceHandler("/{file:[a-z0-9-]+\\.(?:ico|svg|png|txt|webmanifest)}")
                .addResourceLocations(FILES)
                .setCacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic());
    }

    @Bean
    RouterFunction<ServerResponse> shell() {
        String[] parts = read("index.html").split(NONCE_MARK, -1);
        return RouterFunctions.route(GET("/**").and(page()), request -> answer(parts));
    }

    /**
     * The pages of families: one small page without any of the staff's, whatever comes behind its address. The address
     * holds no secret (that stands behind the #, which is never sent), so asking for it uses nothing up.
     */
    @Bean
    @Order(-1)
    RouterFunction<ServerResponse> familyPage() {
        String page = read("family.html");
        return RouterFunctions.route(GET("/family").or(GET("/family/**")), request -> ServerResponse.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", FAMILY_POLICY)
                .bodyValue(page));
    }

    /**
     * Where a phone sends a shared picture while the worker that takes it is not there yet. The picture is read to its end
     * so that the answer is heard, kept nowhere, and the page says that none came.
     */
    @Bean
    RouterFunction<ServerResponse> sharedTooEarly() {
        return RouterFunctions.route(POST(SHARED), request -> request.bodyToFlux(DataBuffer.class)
                .doOnNext(DataBufferUtils::release)
                .then(ServerResponse.seeOther(URI.create("/ask?shared=true")).build()));
    }

    /** What a browser without a network may show. Asked for anew each time, so that an old copy cannot linger. */
    @Bean
    RouterFunction<ServerResponse> offlinePage() {
        return RouterFunctions.route(GET(OFFLINE), request -> {
            Resource file = new ClassPathResource("META-INF/resources/" + request.pathVariable("file"));
            return file.exists()
                    ? ServerResponse.ok()
                            .contentType(MediaTypeFactory.getMediaType(file).orElse(MediaType.TEXT_PLAIN))
                            .cacheControl(CacheControl.noCache())
                            .header("Content-Security-Policy", OFFLINE_POLICY)
                            .bodyValue(file)
                    : ServerResponse.notFound().build();
        });
    }

    private static RequestPredicate page() {
        return request -> {
            String path = request.path();
            if (path.equals("/")) {
                return true;
            }
            return path.indexOf('.') < 0
                    && NOT_PAGES.stream().noneMatch((path + "/")::startsWith)
                    && IDENTITYS.stream().noneMatch(own -> path.equals(own) || path.startsWith(own + "/"))
                    && asksForHtml(request);
        };
    }

    private static boolean asksForHtml(ServerRequest request) {
        return request.headers().accept().stream().anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype);
    }

    private static Mono<ServerResponse> answer(String[] parts) {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        String nonce = Base64.getEncoder().encodeToString(bytes);
        return ServerResponse.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", policy(nonce))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .bodyValue(String.join(nonce, parts));
    }

    private static String policy(String nonce) {
        return "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-" + nonce + "';"
                // Mantine and Recharts set style attributes.
                + " style-src-attr 'unsafe-inline';"
                + " img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self';"
                + " worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    private static String read(String page) {
        try (InputStream shell = new ClassPathResource("META-INF/resources/" + page).getInputStream()) {
            return new String(shell.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("The web pages are not packaged with the gateway", e);
        }
    }
}
