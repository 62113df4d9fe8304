package org.clearpost.media.families;

import java.time.LocalDate;

/**
 * Whom a renewal would ask about the yeses that end by {@code until}.
 *
 * @param families those that would be written to, {@code children} the children it would be about
 * @param askedLately families that were asked within {@code restDays} days and are not written to again
 * @param withoutAddress families that can be asked by a code at collection time, for want of an address
 * @param onForm people whose yes came from somebody who does not answer by link
 */
record RenewalView(
        LocalDate until, int families, int children, int askedLately, int withoutAddress, int onForm, int restDays) {}
