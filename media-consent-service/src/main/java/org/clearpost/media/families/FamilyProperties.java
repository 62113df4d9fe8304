package org.clearpost.media.families;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How links behave.
 *
 * @param floor no answer to a link comes sooner, so that the time it takes tells nothing of the link
 * @param look how often rounds that nobody works on are looked for
 * @param batch families of one round handled in one transaction
 */
@ConfigurationProperties("clearpost.families")
record FamilyProperties(
        @DefaultValue("400ms") Duration floor, @DefaultValue("1s") Duration look, @DefaultValue("200") int batch) {}
