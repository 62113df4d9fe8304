package org.clearpost.media.model;

import java.util.Optional;
import org.clearpost.media.model.Remedy.Errand;

/** PST-19: the questions of GDE-12, each answered by whoever is going to post. */
record SelfCheckAnswered() implements Rule {

    @Override
    public String id() {
        return "PST-19";
    }

    @Override
    public String title() {
        return "The questions to ask oneself before posting are answered";
    }

    @Override
    public Optional<Finding> find(Situation situation) {
        SelfCheck answers = situation.question().selfCheck();
        if (answers.speaksAgainst()) {
            return Optional.of(Finding.open(
                    Result.WARN,
                    "One of your own answers speaks against posting this.",
                    null,
                    new Errand("IN_DOUBT", "Do not post it as it is; talk it over with your manager.")));
        }
        int open = answers.open();
        if (open > 0) {
            return Optional.of(Finding.open(
                    Result.ASK,
                    open == 1
                            ? "One of the five questions is not answered."
                            : open + " of the five questions are not answered.",
                    null,
                    new Errand("ANSWER_YOURSELF", "Answer the five questions to ask yourself before posting.")));
        }
        return Optional.of(Finding.pass("You answered all five questions, and none speaks against posting."));
    }
}
