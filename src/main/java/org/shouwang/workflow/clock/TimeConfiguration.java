package org.shouwang.workflow.clock;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The one source of time. Tests bring a clock of their own and move it. */
@Configuration(proxyBeanMethods = false)
public class TimeConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.system(Deadline.ZONE);
    }

    /** What a node does by itself, again and again; a process that was started for one command does none of it. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "shouwang.scheduling", havingValue = "true", matchIfMissing = true)
    @EnableScheduling
    static class Scheduling {}
}
