package org.clearpost.identity.token;

import java.util.Optional;
import java.util.UUID;
import org.clearpost.identity.client.ApiClientRepository;
import org.clearpost.identity.config.Await;
import org.clearpost.identity.model.ApiClient;
import org.clearpost.identity.model.Holder;
import org.clearpost.identity.seam.Directory;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.springframework.stereotype.Component;

/**
 * Who may have a token right now, read from the rows each time: a person disabled or a client ended a moment ago is
 * empty here.
 */
@Component
class Holders {

    private final Directory directory;
    private final ApiClientRepository clients;
    private final TenantTransaction transaction;

    Holders(Directory directory, ApiClientRepository clients, TenantTransaction transaction) {
        this.directory = directory;
        this.clients = clients;
        this.transaction = transaction;
    }

    Optional<Holder> findPerson(UUID group, UUID person) {
        return Await.answer(transaction.asSystem(group, directory.findHolder(group, person)))
                .filter(Holder::active);
    }

    Optional<ApiClient> findClient(UUID group, UUID client) {
        return Await.answer(transaction.asSystem(group, clients.find(client))).filter(ApiClient::active);
    }
}
