package org.clearpost.identity.login;

import org.clearpost.identity.config.Await;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.springframework.stereotype.Component;

/** Whether a sign-in still counts: it ends when the person sets another password, is disabled or loses their address. */
@Component
public class SignedInCheck {

    private final LoginRepository logins;
    private final TenantTransaction transaction;

    SignedInCheck(LoginRepository logins, TenantTransaction transaction) {
        this.logins = logins;
        this.transaction = transaction;
    }

    public boolean stillHolds(SignedIn person) {
        return Await.answer(transaction.asSystem(person.group(), logins.find(person.person())))
                .filter(login -> login.email() != null && login.generation() == person.generation())
                .isPresent();
    }
}
