package org.clearpost.media.deciding;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clearpost.kit.audit.AuditLog;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.config.KitProperties;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.clearpost.media.access.Doors;
import org.clearpost.media.deciding.AskAgain.Present;
import org.clearpost.media.model.Verdict;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A card for the notes of whoever schedules the post: a code and its QR that name nobody. Opened, it asks the question
 * again at that moment; the answer shown is never one that was kept.
 */
@Service
class DecisionCard {

    private final TenantTransaction transaction;
    private final Doors doors;
    private final AskAgain again;
    private final AuditLog audit;
    private final JsonMapper json;
    private final Clock clock;
    private final String publicAddress;

    DecisionCard(
            TenantTransaction transaction,
            Doors doors,
            AskAgain again,
            AuditLog audit,
            JsonMapper json,
            Clock clock,
            KitProperties properties) {
        this.transaction = transaction;
        this.doors = doors;
        this.again = again;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
        this.publicAddress = properties.issuer();
    }

    /** @param svg the address as a QR code, drawn without scripts or links */
    record CardView(UUID decisionId, String code, String address, String svg) {}

    /**
     * @param stillSo whether verdict, people and rules say what they said when the question was answered
     * @param verdict the verdict of this moment
     */
    record CardCheck(
            UUID decisionId,
            String code,
            String account,
            Instant askedAt,
            Verdict verdictThen,
            Instant checkedAt,
            Verdict verdict,
            boolean stillSo) {}

    Mono<CardView> card(Caller caller, UUID decision) {
        return transaction.within(caller, visible(caller, again.find(decision)).map(stored -> {
            String code = CardCode.of(stored.id());
            String address = publicAddress + "/d/" + code;
            return new CardView(stored.id(), code, address, qr(address));
        }));
    }

    Mono<CardCheck> check(Caller caller, String code) {
        return transaction.within(
                caller,
                visible(caller, Mono.justOrEmpty(CardCode.read(code)).flatMap(again::findByCard))
                        .flatMap(stored -> {
                            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
                            Instant moment = stored.plannedFor().isBefore(now) ? now : stored.plannedFor();
                            return again.now(caller, stored, moment).flatMap(present -> audit.record(
                                            caller, "decision.rechecked", "decision", stored.id(), stored.setting())
                                    .thenReturn(checked(stored, present, now)));
                        }));
    }

    private Mono<StoredDecision> visible(Caller caller, Mono<StoredDecision> found) {
        return found.switchIfEmpty(Mono.error(() -> new RefusedException(KitProblem.NOT_FOUND)))
                .flatMap(stored -> doors.asks(caller, stored.setting())
                        .flatMap(doors::hidden)
                        .thenReturn(stored));
    }

    private CardCheck checked(StoredDecision stored, Present present, Instant now) {
        JsonNode then = json.readTree(stored.answer());
        return new CardCheck(
                stored.id(),
                CardCode.of(stored.id()),
                then.path("account").path("name").asString(""),
                stored.askedAt(),
                Verdict.valueOf(then.path("verdict").asString(Verdict.DENY.name())),
                now,
                present.decision().verdict(),
                findings(then).equals(findings(present.answer())));
    }

    /** What an answer comes to, whatever its words. */
    private static List<String> findings(JsonNode answer) {
        List<String> findings = new java.util.ArrayList<>();
        findings.add(answer.path("verdict").asString(""));
        answer.path("people")
                .forEach(person -> findings.add(person.path("subjectId").asString("") + " "
                        + person.path("outcome").asString("")));
        answer.path("rules")
                .forEach(rule -> findings.add(rule.path("rule").asString("") + " "
                        + rule.path("result").asString("")));
        return findings;
    }

    /** One path of unit squares: no fonts, no styles, nothing to fetch. */
    private static String qr(String text) {
        BitMatrix modules;
        try {
            modules = new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 4));
        } catch (WriterException impossible) {
            throw new IllegalStateException("An address fits into a QR code", impossible);
        }
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) {
                    path.append("M%d %dh1v1h-1z".formatted(x, y));
                }
            }
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" shape-rendering="crispEdges">\
                <rect width="100%%" height="100%%" fill="#fff"/><path fill="#000" d="%s"/></svg>"""
                .formatted(modules.getWidth(), modules.getHeight(), path);
    }
}
