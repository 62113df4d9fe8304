package org.clearpost.media.pictures.cleaning;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How pictures are cleaned.
 *
 * @param longest how long one cleaning may take on the clock, however busy the machine; its processor time is limited
 *     apart from this
 */
@ConfigurationProperties("clearpost.pictures.cleaning")
record CleaningProperties(@DefaultValue("50s") Duration longest) {}
