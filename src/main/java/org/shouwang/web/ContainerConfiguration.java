package org.shouwang.web;

import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts {@link ContainerErrors} in the place of the container's own error page. The container is made before the web
 * layer: what belongs to that is asked for only when there is something to answer.
 */
@Configuration(proxyBeanMethods = false)
class ContainerConfiguration {

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> ourOwnErrors(
            Problems problems, ObjectProvider<LocaleResolver> locales, JsonMapper json) {
        return factory -> factory.addContextCustomizers(context -> {
            StandardHost host = (StandardHost) context.getParent();
            host.setErrorReportValveClass(ContainerErrors.class.getName());
            host.getPipeline().addValve(new ContainerErrors(problems, locales, json));
        });
    }
}
