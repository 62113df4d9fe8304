package org.clearpost.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class SharedCallsTest {

    private final SharedCalls<String> calls = new SharedCalls<>();
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void whoeverAsksMeanwhileGetsTheSameAnswerEvenIfTheFirstLeaves() {
        Sinks.One<String> answer = Sinks.one();
        List<String> heard = new ArrayList<>();
        Disposable first = share(answer.asMono()).subscribe(heard::add);
        share(answer.asMono()).subscribe(heard::add);

        first.dispose();
        answer.tryEmitValue("token");

        assertThat(asked).hasValue(1);
        assertThat(heard).containsExactly("token");
    }

    @Test
    void whoHearsOfAFailureAndAsksAgainAsksAnew() {
        Mono<String> again = share(Mono.error(new IllegalStateException("unreachable")))
                .onErrorResume(failure -> share(Mono.just("token")));

        assertThat(again.block()).isEqualTo("token");
        assertThat(asked).hasValue(2);
    }

    private Mono<String> share(Mono<String> call) {
        return calls.share("key", () -> {
            asked.incrementAndGet();
            return call;
        });
    }
}
