package org.clearpost.media.pictures.cleaning;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How pictures are cleaned.
 *
 * @param longest how long one cleaning may take before it is ended
 */
@ConfigurationProperties("clearpost.pictures.cleaning")
record CleaningProperties(@DefaultValue("5s") Duration longest) {}
