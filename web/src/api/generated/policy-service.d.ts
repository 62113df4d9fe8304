// Generated from docs/api/policy-service.json by npm run api.
export interface paths {
    "/api/policies/group-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["groupOptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/group-options/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["chooseGroupOption"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/option-definitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["optionDefinitions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/settings/{id}/option-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["optionChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/settings/{id}/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["settingOptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/settings/{id}/options/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["chooseOption"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/settings/{id}/starter-set": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["takeOverStarterSet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/starter-sets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["starterSets"];
        put?: never;
        post?: never;
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
        AllowedValue: {
            help?: string;
            label?: string;
            value?: string;
        };
        AnswerRequest: {
            value?: unknown;
        };
        DefinitionView: {
            /** Format: int32 */
            atLeast?: number;
            everyOther?: string;
            fields?: components["schemas"]["Field"][];
            /** Format: int32 */
            from?: number;
            help?: string;
            key?: string;
            keyedBy?: string;
            kind?: string;
            /** Format: int32 */
            longest?: number;
            ordered?: boolean;
            question?: string;
            /** Format: int32 */
            to?: number;
            unit?: string;
            values?: components["schemas"]["AllowedValue"][];
            whereItBites?: string;
        };
        Field: {
            /** Format: int32 */
            atLeast?: number;
            everyOther?: string;
            /** Format: int32 */
            from?: number;
            help?: string;
            keyedBy?: string;
            kind?: string;
            /** Format: int32 */
            longest?: number;
            name?: string;
            ordered?: boolean;
            question?: string;
            /** Format: int32 */
            to?: number;
            unit?: string;
            values?: components["schemas"]["AllowedValue"][];
            when?: components["schemas"]["When"];
        };
        GroupAnswerRequest: {
            locked?: boolean;
            value?: unknown;
        };
        GroupOption: {
            key?: string;
            locked?: boolean;
            /** Format: date-time */
            since?: string;
            value?: unknown;
        };
        GroupOptionsView: {
            options?: components["schemas"]["GroupOption"][];
            /** Format: int64 */
            revision?: number;
        };
        Option: {
            key?: string;
            locked?: boolean;
            /** @enum {string} */
            setBy?: "SETTING" | "GROUP";
            /** Format: date-time */
            since?: string;
            value?: unknown;
        };
        OptionChangeView: {
            /** @enum {string} */
            cause?: "CHOSEN" | "STARTER_SET" | "REPLACED_BY_LOCK";
            /** Format: date-time */
            changedAt?: string;
            /** Format: uuid */
            changedBy?: string;
            /** Format: uuid */
            id?: string;
            key?: string;
            newLocked?: boolean;
            newValue?: unknown;
            oldLocked?: boolean;
            oldValue?: unknown;
            /** Format: uuid */
            settingId?: string;
            starterSet?: string;
        };
        OptionsView: {
            options?: components["schemas"]["Option"][];
            /** Format: int64 */
            revision?: number;
            /** Format: uuid */
            settingId?: string;
        };
        PageOptionChangeView: {
            items?: components["schemas"]["OptionChangeView"][];
            next?: string;
        };
        StarterSetRequest: {
            name?: string;
        };
        StarterSetView: {
            description?: string;
            name?: string;
            title?: string;
            values?: {
                [key: string]: unknown;
            };
        };
        When: {
            parts?: string[];
            value?: unknown;
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
    groupOptions: {
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
                    "application/json": components["schemas"]["GroupOptionsView"];
                };
            };
        };
    };
    chooseGroupOption: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupAnswerRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupOptionsView"];
                };
            };
        };
    };
    optionDefinitions: {
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
                    "application/json": components["schemas"]["DefinitionView"][];
                };
            };
        };
    };
    optionChanges: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
            };
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
                    "application/json": components["schemas"]["PageOptionChangeView"];
                };
            };
        };
    };
    settingOptions: {
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
                    "application/json": components["schemas"]["OptionsView"];
                };
            };
        };
    };
    chooseOption: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                id: string;
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OptionsView"];
                };
            };
        };
    };
    takeOverStarterSet: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StarterSetRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OptionsView"];
                };
            };
        };
    };
    starterSets: {
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
                    "application/json": components["schemas"]["StarterSetView"][];
                };
            };
        };
    };
}
