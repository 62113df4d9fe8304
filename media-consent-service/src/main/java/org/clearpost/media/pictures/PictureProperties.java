package org.clearpost.media.pictures;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How pictures are looked after.
 *
 * @param look how often copies whose day is over are looked for
 */
@ConfigurationProperties("clearpost.pictures")
record PictureProperties(@DefaultValue("1m") Duration look) {}
