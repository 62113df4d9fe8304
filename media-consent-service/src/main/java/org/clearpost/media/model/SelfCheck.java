package org.clearpost.media.model;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The five questions to ask oneself before posting, as answered; a question that is not answered is null.
 *
 * @param reflectsPoorly could it reflect poorly on the author, the setting or the profession?
 * @param professionalReason is the reason for posting a professional one?
 * @param reasonableToOthers would it seem reasonable to anybody else who sees it?
 * @param followsPolicy does it follow the setting's policy?
 * @param contentSuitable is the content suitable for everybody who may see it?
 */
public record SelfCheck(
        @Nullable Boolean reflectsPoorly,
        @Nullable Boolean professionalReason,
        @Nullable Boolean reasonableToOthers,
        @Nullable Boolean followsPolicy,
        @Nullable Boolean contentSuitable) {

    static final SelfCheck NOT_ANSWERED = new SelfCheck(null, null, null, null, null);

    int open() {
        return (int) Stream.of(reflectsPoorly, professionalReason, reasonableToOthers, followsPolicy, contentSuitable)
                .filter(answer -> answer == null)
                .count();
    }

    /** Whether any answer speaks against posting. */
    boolean speaksAgainst() {
        return Boolean.TRUE.equals(reflectsPoorly)
                || Boolean.FALSE.equals(professionalReason)
                || Boolean.FALSE.equals(reasonableToOthers)
                || Boolean.FALSE.equals(followsPolicy)
                || Boolean.FALSE.equals(contentSuitable);
    }
}
