package org.clearpost.media.deciding;

import java.util.UUID;
import org.clearpost.kit.caller.Caller;
import org.clearpost.media.deciding.DecisionCard.CardCheck;
import org.clearpost.media.deciding.DecisionCard.CardView;
import org.clearpost.media.deciding.ReplayDecision.ReplayView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A decision looked at again: worked out anew from what was kept, or asked anew of today. */
@RestController
@RequestMapping("/api/media")
class CardController {

    private final ReplayDecision replay;
    private final DecisionCard cards;

    CardController(ReplayDecision replay, DecisionCard cards) {
        this.replay = replay;
        this.cards = cards;
    }

    @GetMapping("/decisions/{decision}/replay")
    Mono<ReplayView> replay(@PathVariable UUID decision, Caller caller) {
        return replay.replay(caller, decision);
    }

    @GetMapping("/decisions/{decision}/card")
    Mono<CardView> card(@PathVariable UUID decision, Caller caller) {
        return cards.card(caller, decision);
    }

    @GetMapping("/cards/{code}")
    Mono<CardCheck> check(@PathVariable String code, Caller caller) {
        return cards.check(caller, code);
    }
}
