package org.clearpost.kit.testing;

/** The services next to the one under test. */
public record TestNeighbours(TestPlatform identity, TestPlatform policies) {}
