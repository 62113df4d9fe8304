package org.clearpost.media.pictures.cleaning;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.media.pictures.model.CleanCopy;
import org.clearpost.media.pictures.model.PictureHeader;
import org.clearpost.media.pictures.model.PictureProblem;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Cleans pictures, each in a process of its own that is given the file and what it may take of the machine. Whatever goes wrong in there
 * costs that picture and nothing else; nobody waiting for it any more ends it at once.
 */
public final class CleanPictures {

    private final CleanerProgram program;
    private final CleaningProperties properties;
    private final Scheduler cleaning;
    private final MeterRegistry meters;

    CleanPictures(CleanerProgram program, CleaningProperties properties, Scheduler cleaning, MeterRegistry meters) {
        this.program = program;
        this.properties = properties;
        this.cleaning = cleaning;
        this.meters = meters;
    }

    /** One process, from its start to whichever end comes first. */
    private final class Cleaning {

        private @Nullable Process process;
        private boolean over;
        private volatile boolean abandoned;

        /** The copy; nothing when nobody waits for it any more. */
        @Nullable CleanCopy of(byte[] file, PictureHeader header) throws IOException {
            try {
                return answered(file, header);
            } catch (IOException | InterruptedException | RefusedException failed) {
                if (abandoned) {
                    return null;
                }
                if (failed instanceof RefusedException refused) {
                    throw refused;
                }
                throw new IOException("A picture could not be given to its cleaning", failed);
            }
        }

        private CleanCopy answered(byte[] file, PictureHeader header) throws IOException, InterruptedException {
            Process started = start(Allowance.of(header, file.length));
            Disposable late = Schedulers.parallel()
                    .schedule(this::end, properties.longest().toMillis(), TimeUnit.MILLISECONDS);
            try (InputStream in = started.getInputStream()) {
                send(started, file);
                CleanerAnswer answer = answer(in);
                if (started.waitFor() != 0) {
                    throw new RefusedException(PictureProblem.NOT_CLEANED);
                }
                return answer.copy();
            } finally {
                late.dispose();
                end();
            }
        }

        private static CleanerAnswer answer(InputStream in) {
            try {
                return CleanerAnswer.read(in);
            } catch (IOException brokenOff) {
                throw new RefusedException(PictureProblem.NOT_CLEANED);
            }
        }

        private synchronized Process start(Allowance allowance) throws IOException {
            if (over) {
                throw new IOException("Nobody waits for this picture any more");
            }
            Process started = program.start(allowance);
            process = started;
            return started;
        }

        /** The program reads all before it answers, so nothing has to be read meanwhile. */
        private static void send(Process to, byte[] file) {
            try (OutputStream out = to.getOutputStream()) {
                out.write(file);
            } catch (IOException ended) {
                // It will have said why, or its end says it.
            }
        }

        void abandon() {
            abandoned = true;
            end();
        }

        private synchronized void end() {
            over = true;
            if (process != null) {
                process.destroyForcibly();
            }
        }
    }

    /** The clean copy, or the reason why there is none. */
    public Mono<CleanCopy> clean(byte[] file, PictureHeader header) {
        return Mono.defer(() -> {
            Cleaning one = new Cleaning();
            Timer.Sample time = Timer.start(meters);
            return Mono.fromCallable(() -> one.of(file, header))
                    .subscribeOn(cleaning)
                    .onErrorMap(RejectedExecutionException.class, busy -> new RefusedException(PictureProblem.BUSY))
                    .doOnCancel(one::abandon)
                    .doFinally(end -> time.stop(meters.timer("clearpost.picture.cleaning")));
        });
    }
}
