package org.clearpost.identity.setup;

import static org.clearpost.identity.model.IdentityProblem.INVALID;
import static org.clearpost.identity.model.IdentityProblem.SETUP_CODE_WRONG;
import static org.clearpost.identity.model.IdentityProblem.SETUP_DONE;
import static org.clearpost.identity.model.IdentityProblem.TOO_MANY_TRIES;

import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clearpost.identity.config.IdentitySettings;
import org.clearpost.identity.config.OfNoGroup;
import org.clearpost.identity.login.FirstLogin;
import org.clearpost.identity.login.NetworkLimit;
import org.clearpost.identity.login.Passwords;
import org.clearpost.identity.model.EmailAddress;
import org.clearpost.identity.model.NewGroup;
import org.clearpost.identity.model.OneTimeCode;
import org.clearpost.identity.model.PasswordRule;
import org.clearpost.identity.seam.Directory;
import org.clearpost.identity.setup.SetupController.SetupRequest;
import org.clearpost.identity.setup.SetupController.SetupView;
import org.clearpost.kit.audit.AuditLog;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.ids.Ids;
import org.clearpost.kit.problem.FieldError;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Sets the platform up, once: the group, its first setting, its first group admin and their login come to be in one
 * transaction or not at all.
 *
 * <p>Who does it proves with the code from the console that the installation is theirs. After it the code opens nothing.
 */
@Component
class SetUp {

    private static final int SHORTEST_CODE = 8;

    private final SetupRepository repository;
    private final Directory directory;
    private final FirstLogin firstLogin;
    private final Passwords passwords;
    private final NetworkLimit networkLimit;
    private final AuditLog audit;
    private final TenantTransaction transaction;
    private final IdentitySettings settings;
    private final Clock clock;

    SetUp(
            SetupRepository repository,
            Directory directory,
            FirstLogin firstLogin,
            Passwords passwords,
            NetworkLimit networkLimit,
            AuditLog audit,
            TenantTransaction transaction,
            IdentitySettings settings,
            Clock clock) {
        this.repository = repository;
        this.directory = directory;
        this.firstLogin = firstLogin;
        this.passwords = passwords;
        this.networkLimit = networkLimit;
        this.audit = audit;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    Mono<Boolean> needed() {
        return transaction.asSystem(OfNoGroup.ID, repository.done()).map(done -> !done);
    }

    Mono<SetupView> setUp(SetupRequest request, String address) {
        return needed().filter(needed -> needed)
                .switchIfEmpty(Mono.error(() -> new RefusedException(SETUP_DONE)))
                .flatMap(needed -> check(request, address))
                .flatMap(wanted -> Mono.fromCallable(() -> passwords.hash(wanted.password()))
                        .subscribeOn(Schedulers.boundedElastic())
                        .flatMap(hash -> write(wanted, hash)));
    }

    private record Wanted(NewGroup group, EmailAddress email, String password) {}

    private Mono<Wanted> check(SetupRequest request, String address) {
        if (!networkLimit.allows(address)) {
            return Mono.error(new RefusedException(TOO_MANY_TRIES));
        }
        if (!codeMatches(request.code())) {
            networkLimit.wrong(address);
            return Mono.error(new RefusedException(SETUP_CODE_WRONG));
        }
        List<FieldError> errors = new ArrayList<>();
        if (request.group() == null) {
            errors.add(new FieldError("/group", "Say what the group is called."));
        }
        if (request.setting() == null) {
            errors.add(new FieldError("/setting", "Describe the first setting."));
        }
        String typedEmail = request.admin() == null ? "" : text(request.admin().email());
        String password = request.admin() == null ? "" : text(request.admin().password());
        Optional<EmailAddress> email = EmailAddress.parse(typedEmail);
        if (email.isEmpty()) {
            errors.add(new FieldError("/admin/email", "Give an e-mail address such as name@example.org."));
        }
        PasswordRule.objection(password, typedEmail)
                .ifPresent(objection -> errors.add(new FieldError("/admin/password", objection)));
        if (!errors.isEmpty() || request.group() == null || request.setting() == null || request.admin() == null) {
            return Mono.error(new RefusedException(INVALID, errors));
        }
        NewGroup group = new NewGroup(
                Ids.next(),
                text(request.group().name()),
                new NewGroup.FirstSetting(
                        Ids.next(),
                        text(request.setting().officialName()),
                        text(request.setting().type()),
                        text(request.setting().nation()),
                        request.setting().emailDomains() == null
                                ? List.of()
                                : request.setting().emailDomains()),
                new NewGroup.FirstAdmin(
                        Ids.next(),
                        text(request.admin().name()),
                        email.orElseThrow().value()));
        return Mono.just(new Wanted(group, email.orElseThrow(), password));
    }

    private Mono<SetupView> write(Wanted wanted, String hash) {
        NewGroup group = wanted.group();
        Caller admin = new Caller(group.id(), Caller.Kind.PERSON, group.admin().id(), List.of(), Set.of(), 1);
        Mono<SetupView> work = repository
                .claim(clock.instant())
                .then(directory.createFirst(group))
                .then(firstLogin.add(group.id(), group.admin().id(), wanted.email(), hash, clock.instant()))
                .then(audit.record(
                        admin,
                        "platform.set-up",
                        "group",
                        group.id(),
                        group.setting().id()))
                .thenReturn(new SetupView(
                        group.id(), group.setting().id(), group.admin().id()));
        return transaction.asSystem(group.id(), work);
    }

    /** In constant time. Without a code in the environment, or with one too short to be one, nothing matches. */
    private boolean codeMatches(@Nullable String typed) {
        boolean same =
                MessageDigest.isEqual(OneTimeCode.digestOf(settings.setupCode()), OneTimeCode.digestOf(text(typed)));
        return same && OneTimeCode.tidy(settings.setupCode()).length() >= SHORTEST_CODE;
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
