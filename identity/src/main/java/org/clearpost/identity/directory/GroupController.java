package org.clearpost.identity.directory;

import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.revision.IfMatch;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The caller's group, for its admins; everybody else learns its name with who they are. */
@RestController
@RequestMapping("/api/directory/group")
class GroupController {

    private final TenantTransaction transaction;
    private final GroupRepository groups;
    private final RenameGroup renameGroup;

    GroupController(TenantTransaction transaction, GroupRepository groups, RenameGroup renameGroup) {
        this.transaction = transaction;
        this.groups = groups;
        this.renameGroup = renameGroup;
    }

    /** What a group admin may say about the group. */
    record GroupBody(@Nullable String name) {}

    @GetMapping
    Mono<ResponseEntity<GroupView>> show(Caller caller) {
        Access.requireGroupAdmin(caller);
        return transaction.within(caller, groups.find(caller.group())).map(GroupController::tagged);
    }

    @PutMapping
    Mono<ResponseEntity<GroupView>> rename(
            @RequestBody GroupBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return renameGroup.rename(caller, ifMatch, body.name()).map(GroupController::tagged);
    }

    private static ResponseEntity<GroupView> tagged(GroupView group) {
        return IfMatch.tagged(ResponseEntity.ok(), group.version(), group);
    }
}
