package org.clearpost.kit.testing;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.util.ClassUtils;

/** The endpoints a service really has, read from Spring's own table of handlers. */
final class Routes {

    private static final boolean WEBFLUX = isPresent("org.springframework.web.reactive.DispatcherHandler");
    private static final boolean SERVLET = isPresent("org.springframework.web.servlet.DispatcherServlet");

    private Routes() {}

    /** Every endpoint below {@code /api}, as {@code GET /api/things/{id}}. */
    static Set<String> of(ApplicationContext context) {
        Set<String> found = new TreeSet<>();
        // A servlet service may have WebFlux on its class path as well, to call others with.
        Stream.concat(SERVLET ? Servlet.of(context) : Stream.empty(), WEBFLUX ? Flux.of(context) : Stream.empty())
                .filter(route -> route.contains(" /api/"))
                .forEach(found::add);
        return found;
    }

    private static boolean isPresent(String type) {
        return ClassUtils.isPresent(type, Routes.class.getClassLoader());
    }

    private static Stream<String> cross(Collection<?> methods, Collection<String> paths) {
        return paths.stream().flatMap(path -> methods.stream().map(method -> method + " " + path));
    }

    private static final class Flux {
        static Stream<String> of(ApplicationContext context) {
            return context
                    .getBeansOfType(
                            org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping
                                    .class)
                    .values()
                    .stream()
                    .map(mapping -> mapping.getHandlerMethods())
                    .map(Map::keySet)
                    .flatMap(Set::stream)
                    .flatMap(info -> cross(
                            info.getMethodsCondition().getMethods(),
                            info.getPatternsCondition().getPatterns().stream()
                                    .map(Object::toString)
                                    .toList()));
        }
    }

    private static final class Servlet {
        static Stream<String> of(ApplicationContext context) {
            return context
                    .getBeansOfType(
                            org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping.class)
                    .values()
                    .stream()
                    .map(mapping -> mapping.getHandlerMethods())
                    .map(Map::keySet)
                    .flatMap(Set::stream)
                    .flatMap(info -> cross(info.getMethodsCondition().getMethods(), info.getPatternValues()));
        }
    }
}
