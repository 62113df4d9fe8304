// Generated from docs/api/identity.json by npm run api.
export interface paths {
    "/api/directory/api-clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_2"];
        put?: never;
        post: operations["make"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directory/api-clients/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["end_1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directory/group": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["show_2"];
        put: operations["rename"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directory/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["send"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directory/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["show_3"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directory/imports/{id}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directory/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directory/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_1"];
        put?: never;
        post: operations["create_1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directory/people/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["search"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directory/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["show_1"];
        put: operations["change_1"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directory/people/{id}/disablement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["disable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directory/people/{id}/line-manager": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["setLineManager"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directory/people/{id}/password-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["give_1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directory/people/{id}/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["give"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directory/people/{id}/posts/{postId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directory/people/{id}/reinstatement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["reinstate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directory/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list"];
        put?: never;
        post: operations["create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directory/settings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["show"];
        put: operations["change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directory/settings/{id}/closure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directory/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["needed"];
        put?: never;
        post: operations["setUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ClientView: {
            /** Format: date-time */
            createdAt?: string;
            /** Format: date-time */
            endedAt?: string;
            /** Format: uuid */
            id?: string;
            name?: string;
            scopes?: string[];
            settingIds?: string[];
            status?: string;
        };
        ClientWish: {
            name?: string;
            scopes?: string[];
            settingIds?: string[];
        };
        CodeView: {
            code?: string;
            /** Format: date-time */
            expiresAt?: string;
        };
        EndBody: {
            /** Format: date */
            on?: string;
        };
        Finding: {
            message?: string;
            /** Format: int32 */
            row?: number;
            /** @enum {string} */
            severity?: "REJECTED" | "SKIPPED";
        };
        FirstAdmin: {
            email?: string;
            name?: string;
            password?: string;
        };
        FirstGroup: {
            name?: string;
        };
        FirstSetting: {
            emailDomains?: string[];
            nation?: string;
            officialName?: string;
            type?: string;
        };
        GroupBody: {
            name?: string;
        };
        GroupPart: {
            /** Format: uuid */
            id?: string;
            name?: string;
        };
        GroupView: {
            /** Format: uuid */
            id?: string;
            name?: string;
            /** Format: int64 */
            version?: number;
        };
        LineManagerBody: {
            /** Format: uuid */
            managerId?: string;
        };
        MeView: {
            group?: components["schemas"]["GroupPart"];
            passwordCodes?: components["schemas"]["PasswordCodeView"][];
            person?: components["schemas"]["PersonPart"];
            posts?: components["schemas"]["PostView"][];
            settings?: components["schemas"]["SettingPart"][];
        };
        NewClientView: {
            /** Format: uuid */
            id?: string;
            secret?: string;
        };
        PageClientView: {
            items?: components["schemas"]["ClientView"][];
            next?: string;
        };
        PagePersonView: {
            items?: components["schemas"]["PersonView"][];
            next?: string;
        };
        PageSettingView: {
            items?: components["schemas"]["SettingView"][];
            next?: string;
        };
        PasswordCodeView: {
            /** Format: date-time */
            givenAt?: string;
            /** Format: uuid */
            givenById?: string;
            givenByName?: string;
            /** Format: uuid */
            personId?: string;
            personName?: string;
            /** Format: date-time */
            usedAt?: string;
        };
        PersonBody: {
            email?: string;
            name?: string;
            personType?: string;
        };
        PersonPart: {
            email?: string;
            /** Format: uuid */
            id?: string;
            name?: string;
            /** @enum {string} */
            personType?: "EMPLOYEE" | "CASUAL" | "AGENCY" | "PARTNER_INDIVIDUAL" | "VOLUNTEER" | "STUDENT_TRAINEE" | "GOVERNOR" | "ELECTED_MEMBER" | "PUPIL" | "FORMER_PUPIL" | "PARENT_CARER" | "FORMER_FAMILY" | "FORMER_EMPLOYEE" | "VISITOR" | "PUBLIC";
        };
        PersonSearch: {
            /** Format: uuid */
            after?: string;
            /** Format: int32 */
            limit?: number;
            query?: string;
            /** Format: uuid */
            setting?: string;
        };
        PersonView: {
            email?: string;
            endedPosts?: components["schemas"]["PostView"][];
            /** Format: uuid */
            id?: string;
            /** Format: uuid */
            lineManagerId?: string;
            name?: string;
            passwordCodes?: components["schemas"]["PasswordCodeView"][];
            /** @enum {string} */
            personType?: "EMPLOYEE" | "CASUAL" | "AGENCY" | "PARTNER_INDIVIDUAL" | "VOLUNTEER" | "STUDENT_TRAINEE" | "GOVERNOR" | "ELECTED_MEMBER" | "PUPIL" | "FORMER_PUPIL" | "PARENT_CARER" | "FORMER_FAMILY" | "FORMER_EMPLOYEE" | "VISITOR" | "PUBLIC";
            posts?: components["schemas"]["PostView"][];
            /** @enum {string} */
            status?: "ACTIVE" | "DISABLED";
            /** Format: int64 */
            version?: number;
        };
        Post: {
            deputy?: boolean;
            email?: string;
            /** Format: date */
            from?: string;
            name?: string;
            /** @enum {string} */
            role?: "SETTING_HEAD" | "LINE_MANAGER" | "SLT" | "DSL" | "OSC" | "GOVERNOR" | "CHAIR" | "HR" | "HEAD_COMMS" | "WEB_MANAGER" | "MARKETING" | "MODERATOR" | "CONTRIBUTOR" | "AREA_OWNER" | "EMPLOYEE" | "AGENCY_STAFF" | "VOLUNTEER" | "ELECTED_MEMBER" | "PARENT" | "PUPIL" | "ICT" | "TRADE_UNION" | "PROFESSIONAL_BODY" | "POLICY_OWNER" | "APPROVING_BODY" | "GROUP_ADMIN" | "RETURN_CONTACT" | "INVESTIGATOR";
            /** Format: int32 */
            row?: number;
            /** Format: uuid */
            settingId?: string;
            /** Format: date */
            to?: string;
        };
        PostBody: {
            deputy?: boolean;
            /** Format: date */
            from?: string;
            role?: string;
            /** Format: uuid */
            settingId?: string;
            /** Format: date */
            to?: string;
        };
        PostView: {
            deputy?: boolean;
            /** Format: date */
            from?: string;
            /** Format: uuid */
            postId?: string;
            /** @enum {string} */
            role?: "SETTING_HEAD" | "LINE_MANAGER" | "SLT" | "DSL" | "OSC" | "GOVERNOR" | "CHAIR" | "HR" | "HEAD_COMMS" | "WEB_MANAGER" | "MARKETING" | "MODERATOR" | "CONTRIBUTOR" | "AREA_OWNER" | "EMPLOYEE" | "AGENCY_STAFF" | "VOLUNTEER" | "ELECTED_MEMBER" | "PARENT" | "PUPIL" | "ICT" | "TRADE_UNION" | "PROFESSIONAL_BODY" | "POLICY_OWNER" | "APPROVING_BODY" | "GROUP_ADMIN" | "RETURN_CONTACT" | "INVESTIGATOR";
            /** Format: uuid */
            settingId?: string;
            /** Format: date */
            to?: string;
        };
        Preview: {
            /** Format: int32 */
            accepted?: number;
            findings?: components["schemas"]["Finding"][];
            /** Format: int32 */
            findingsTotal?: number;
            /** Format: int32 */
            people?: number;
            posts?: components["schemas"]["Post"][];
            /** Format: int32 */
            rejected?: number;
            /** Format: int32 */
            rows?: number;
            /** Format: int32 */
            skipped?: number;
        };
        Progress: {
            /** Format: int32 */
            done?: number;
            /** Format: int32 */
            total?: number;
        };
        Refusal: {
            sentence?: string;
        };
        Result: {
            /** Format: int32 */
            given?: number;
            /** Format: int32 */
            rejected?: number;
        };
        SettingBody: {
            emailDomains?: string[];
            labels?: {
                [key: string]: string;
            };
            nation?: string;
            officialName?: string;
            type?: string;
        };
        SettingPart: {
            /** Format: uuid */
            id?: string;
            labels?: {
                [key: string]: string;
            };
            /** @enum {string} */
            nation?: "ENGLAND" | "WALES" | "SCOTLAND" | "NORTHERN_IRELAND";
            officialName?: string;
            /** @enum {string} */
            type?: "EARLY_YEARS" | "SCHOOL" | "ALTERNATIVE_PROVISION" | "COUNCIL_SERVICE" | "PARTNER_AGENCY" | "OTHER";
        };
        SettingView: {
            emailDomains?: string[];
            /** Format: uuid */
            id?: string;
            labels?: {
                [key: string]: string;
            };
            /** @enum {string} */
            nation?: "ENGLAND" | "WALES" | "SCOTLAND" | "NORTHERN_IRELAND";
            officialName?: string;
            open?: boolean;
            /** @enum {string} */
            type?: "EARLY_YEARS" | "SCHOOL" | "ALTERNATIVE_PROVISION" | "COUNCIL_SERVICE" | "PARTNER_AGENCY" | "OTHER";
            unfilledPosts?: ("SETTING_HEAD" | "LINE_MANAGER" | "SLT" | "DSL" | "OSC" | "GOVERNOR" | "CHAIR" | "HR" | "HEAD_COMMS" | "WEB_MANAGER" | "MARKETING" | "MODERATOR" | "CONTRIBUTOR" | "AREA_OWNER" | "EMPLOYEE" | "AGENCY_STAFF" | "VOLUNTEER" | "ELECTED_MEMBER" | "PARENT" | "PUPIL" | "ICT" | "TRADE_UNION" | "PROFESSIONAL_BODY" | "POLICY_OWNER" | "APPROVING_BODY" | "GROUP_ADMIN" | "RETURN_CONTACT" | "INVESTIGATOR")[];
            /** Format: int64 */
            version?: number;
        };
        SetupNeeded: {
            needed?: boolean;
        };
        SetupRequest: {
            admin?: components["schemas"]["FirstAdmin"];
            code?: string;
            group?: components["schemas"]["FirstGroup"];
            setting?: components["schemas"]["FirstSetting"];
        };
        SetupView: {
            /** Format: uuid */
            groupId?: string;
            /** Format: uuid */
            personId?: string;
            /** Format: uuid */
            settingId?: string;
        };
        StaffImportView: {
            encoding?: string;
            encodingCertain?: boolean;
            fileName?: string;
            /** Format: int32 */
            headingRow?: number;
            /** Format: uuid */
            id?: string;
            preview?: components["schemas"]["Preview"];
            progress?: components["schemas"]["Progress"];
            refusal?: components["schemas"]["Refusal"];
            result?: components["schemas"]["Result"];
            separator?: string;
            /** @enum {string} */
            state?: "PREVIEWED" | "REFUSED" | "RUNNING" | "DONE" | "LAPSED";
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    list_2: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageClientView"];
                };
            };
        };
    };
    make: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClientWish"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewClientView"];
                };
            };
        };
    };
    end_1: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    show_2: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupView"];
                };
            };
        };
    };
    rename: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupView"];
                };
            };
        };
    };
    send: {
        parameters: {
            query?: {
                fileName?: string;
                dateOrder?: "DAY_FIRST" | "MONTH_FIRST";
            };
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffImportView"];
                };
            };
        };
    };
    show_3: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffImportView"];
                };
            };
        };
    };
    confirm: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffImportView"];
                };
            };
        };
    };
    me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeView"];
                };
            };
        };
    };
    list_1: {
        parameters: {
            query?: {
                setting?: string;
                limit?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PagePersonView"];
                };
            };
        };
    };
    create_1: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
        };
    };
    search: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonSearch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PagePersonView"];
                };
            };
        };
    };
    show_1: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
        };
    };
    change_1: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
        };
    };
    disable: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
        };
    };
    setLineManager: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LineManagerBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
        };
    };
    give_1: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeView"];
                };
            };
        };
    };
    give: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
        };
    };
    end: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                postId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["EndBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
        };
    };
    reinstate: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
        };
    };
    list: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageSettingView"];
                };
            };
        };
    };
    create: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettingBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingView"];
                };
            };
        };
    };
    show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingView"];
                };
            };
        };
    };
    change: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettingBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingView"];
                };
            };
        };
    };
    close: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingView"];
                };
            };
        };
    };
    needed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetupNeeded"];
                };
            };
        };
    };
    setUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetupRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetupView"];
                };
            };
        };
    };
}
