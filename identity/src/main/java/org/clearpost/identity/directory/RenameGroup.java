package org.clearpost.identity.directory;

import org.clearpost.identity.directory.model.GroupName;
import org.clearpost.kit.audit.AuditLog;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.revision.IfMatch;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gives the group another name. Everybody reads it with their next look at who they are. */
@Component
class RenameGroup {

    private final TenantTransaction transaction;
    private final AuditLog audit;
    private final GroupRepository groups;

    RenameGroup(TenantTransaction transaction, AuditLog audit, GroupRepository groups) {
        this.transaction = transaction;
        this.audit = audit;
        this.groups = groups;
    }

    Mono<GroupView> rename(Caller caller, @Nullable String ifMatch, @Nullable String given) {
        Access.requireGroupAdmin(caller);
        Mono<GroupView> work = groups.find(caller.group()).flatMap(group -> {
            new IfMatch(ifMatch).mustBe(group.version());
            return groups.rename(group, GroupName.of("", given))
                    .flatMap(renamed -> audit.record(caller, "group.renamed", "group", renamed.id(), null)
                            .thenReturn(renamed));
        });
        return transaction.within(caller, work);
    }
}
