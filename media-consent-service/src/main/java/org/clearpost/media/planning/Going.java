package org.clearpost.media.planning;

import org.clearpost.media.model.Clearance;
import org.clearpost.media.model.PersonFacts;

/** Somebody of a class that is asked about, and how they will stand on the day. */
record Going(PersonFacts facts, String className, Clearance clearance) {}
