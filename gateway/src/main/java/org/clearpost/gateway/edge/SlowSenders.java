package org.clearpost.gateway.edge;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.clearpost.gateway.GatewaySettings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/**
 * Closes a connection whose request has begun and does not end in time, also when it is answered already and nobody reads
 * its body: the server's own time-outs end there. Whoever reads a body answers earlier. A connection between two requests,
 * or waiting for its answer, is not meant.
 */
@Component
class SlowSenders implements NettyServerCustomizer {

    private static final Duration FOR_THE_ANSWER = Duration.ofSeconds(2);

    private final Duration longest;

    SlowSenders(GatewaySettings settings) {
        this.longest = settings.reading().upload().plus(FOR_THE_ANSWER);
    }

    @Override
    public HttpServer apply(HttpServer server) {
        return server.doOnChannelInit((observer, channel, remote) -> channel.pipeline()
                .addBefore(NettyPipeline.HttpTrafficHandler, SlowSenders.class.getName(), new Deadline(longest)));
    }

    /** The time one request has, from its head to the end of its body. */
    private static final class Deadline extends ChannelInboundHandlerAdapter {

        private final Duration longest;
        private @Nullable Future<?> end;

        private Deadline(Duration longest) {
            this.longest = longest;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object read) {
            if (read instanceof HttpRequest) {
                stop();
                end = context.executor().schedule(() -> context.close(), longest.toMillis(), TimeUnit.MILLISECONDS);
            }
            if (read instanceof LastHttpContent) {
                stop();
            }
            context.fireChannelRead(read);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            stop();
            context.fireChannelInactive();
        }

        private void stop() {
            if (end != null) {
                end.cancel(false);
                end = null;
            }
        }
    }
}
