package org.clearpost.media.importing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How imports are looked after.
 *
 * @param lease how long a worker that gives no sign keeps an import to itself
 * @param look how often abandoned imports and forgotten files are looked for
 */
@ConfigurationProperties("clearpost.imports")
record ImportProperties(@DefaultValue("30s") Duration lease, @DefaultValue("5s") Duration look) {}
