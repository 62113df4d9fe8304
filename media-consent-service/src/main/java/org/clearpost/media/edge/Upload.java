package org.clearpost.media.edge;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A body on its way in. One that is too large is read on without being kept, so that the sender hears the answer, but
 * not for ever.
 */
public final class Upload {

    private final int most;
    private final List<byte[]> kept = new ArrayList<>();
    private long length;

    private Upload(int most) {
        this.most = most;
    }

    /** The body, of at most {@code most} bytes. */
    public static Mono<byte[]> read(Flux<DataBuffer> body, int most) {
        return body.doOnDiscard(DataBuffer.class, DataBufferUtils::release)
                .reduceWith(() -> new Upload(most), Upload::plus)
                .map(Upload::content);
    }

    private Upload plus(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        length += bytes.length;
        if (length <= most) {
            kept.add(bytes);
        } else {
            kept.clear();
        }
        if (length > 4L * most) {
            throw new RefusedException(KitProblem.TOO_LARGE);
        }
        return this;
    }

    private byte[] content() {
        if (length > most) {
            throw new RefusedException(KitProblem.TOO_LARGE);
        }
        ByteBuffer content = ByteBuffer.allocate((int) length);
        kept.forEach(content::put);
        kept.clear();
        return content.array();
    }
}
