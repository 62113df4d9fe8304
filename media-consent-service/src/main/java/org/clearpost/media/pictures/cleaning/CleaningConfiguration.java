package org.clearpost.media.pictures.cleaning;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The program, and the threads that wait for it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CleaningProperties.class)
class CleaningConfiguration {

    private static final Logger log = LoggerFactory.getLogger(CleaningConfiguration.class);

    /** What two cleanings at once take of memory is known; more would have to wait for each other anyway. */
    private static final int AT_ONCE = 2;

    private static final int WAITING = 8;

    @Bean(destroyMethod = "dispose")
    Scheduler pictureCleaning() {
        return Schedulers.newBoundedElastic(AT_ONCE, WAITING, "picture-cleaning");
    }

    @Bean
    CleanerProgram cleanerProgram() {
        CleanerProgram program = CleanerProgram.laidOut(Walls.found());
        log.info("Pictures are cleaned in processes of their own, held by: {}", program.words());
        return program;
    }

    @Bean
    CleanPictures cleanPictures(
            CleanerProgram program, CleaningProperties properties, Scheduler pictureCleaning, MeterRegistry meters) {
        return new CleanPictures(program, properties, pictureCleaning, meters);
    }
}
