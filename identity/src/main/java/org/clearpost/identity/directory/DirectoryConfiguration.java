package org.clearpost.identity.directory;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets the directory look at the calendar by itself. */
@Configuration
@EnableScheduling
class DirectoryConfiguration {}
