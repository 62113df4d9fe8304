// Generated from docs/api/media-consent-service.json by npm run api.
export interface paths {
    "/api/family/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/family/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["requestLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/family/receipts/{receipt}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["receipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/family/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["session"];
        put?: never;
        post: operations["open_1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/family/session/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["end_2"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/access/v1/evaluation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["evaluation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/access/v1/evaluations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["evaluations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/accounts/{account}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["account"];
        put: operations["change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/accounts/{account}/contributors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["contributors"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/cards/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["check"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/consents/{consent}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/decisions/{decision}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["decision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/decisions/{decision}/already-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["alreadyOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/decisions/{decision}/card": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["card"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/decisions/{decision}/posted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ofDecision"];
        put?: never;
        post: operations["posted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/decisions/{decision}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["replay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/family-rounds/{round}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["round"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/imports/{id}/confirmation": {
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
    "/api/media/imports/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["discard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/imports/{id}/mapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["map"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/imports/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["notices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/notices/{notice}/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["seen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/outgoing-mails/{mail}/opening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/pictures/{picture}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["picture"];
        put?: never;
        post?: never;
        delete: operations["remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/pictures/{picture}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["content_1"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/published/{item}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["item"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/published/{item}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["correct_1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/settings/{setting}/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["accounts"];
        put?: never;
        post: operations["register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/settings/{setting}/classes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["classes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/settings/{setting}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["consents_1"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/settings/{setting}/consents/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["export"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/settings/{setting}/consents/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["search_1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/settings/{setting}/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["coverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/settings/{setting}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["decisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/settings/{setting}/families": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["families"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/settings/{setting}/families/{giver}/entry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["entry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/settings/{setting}/family-rounds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["rounds"];
        put?: never;
        post: operations["start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/settings/{setting}/family-wordings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["wording_1"];
        put?: never;
        post: operations["reword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/settings/{setting}/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["imports"];
        put?: never;
        post: operations["upload_2"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/settings/{setting}/lapses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["lapses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/settings/{setting}/lapses/families": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["renewal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/settings/{setting}/outgoing-mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["outbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/settings/{setting}/outing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["outing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/settings/{setting}/outing/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["exportOuting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/settings/{setting}/pictures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["upload_1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/settings/{setting}/published": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["published"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/settings/{setting}/rehearsals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["rehearse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/settings/{setting}/subjects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["subjects"];
        put?: never;
        post: operations["enter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/settings/{setting}/subjects/search": {
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
    "/api/media/settings/{setting}/takedowns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["takedowns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/settings/{setting}/takedowns/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["counts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/settings/{setting}/wording": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["wording"];
        put: operations["replace"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/subjects/{subject}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["subject"];
        put: operations["correct"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/subjects/{subject}/ability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["judge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/subjects/{subject}/ability/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/subjects/{subject}/carer-change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["carerChanged"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/subjects/{subject}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["consents"];
        put?: never;
        post: operations["record_1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/subjects/{subject}/consents/as-of": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["asOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/subjects/{subject}/end": {
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
    "/api/media/subjects/{subject}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/subjects/{subject}/evidence/{evidence}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["content"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/subjects/{subject}/givers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["givers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/subjects/{subject}/givers/{giver}/bar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["bar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/subjects/{subject}/givers/{giver}/bar/lifting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["unbar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/subjects/{subject}/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["hold"];
        put?: never;
        post: operations["place"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/subjects/{subject}/hold/lifting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["lift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/subjects/{subject}/restrictions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["restrictions"];
        put?: never;
        post: operations["record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/subjects/{subject}/restrictions/{restriction}/end": {
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
    "/api/media/takedowns/{takedown}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["takedown"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/takedowns/{takedown}/done": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["done"];
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
        AbilityRequest: {
            /** Format: date */
            assessedOn?: string;
            assessor?: string;
            reason?: string;
        };
        AccountRef: {
            /** Format: uuid */
            id?: string;
            name?: string;
            /** @enum {string} */
            platform?: "FACEBOOK" | "INSTAGRAM" | "X" | "YOUTUBE" | "TIKTOK" | "LINKEDIN" | "WEBSITE" | "NEWSLETTER" | "OTHER";
        };
        AccountRequest: {
            address?: string;
            name?: string;
            /** @enum {string} */
            platform?: "FACEBOOK" | "INSTAGRAM" | "X" | "YOUTUBE" | "TIKTOK" | "LINKEDIN" | "WEBSITE" | "NEWSLETTER" | "OTHER";
            /** @enum {string} */
            status?: "REQUESTED" | "CONSULTING" | "APPROVED" | "LIVE" | "SUSPENDED" | "ORPHANED" | "CLOSED" | "REFUSED";
        };
        AccountView: {
            address?: string;
            contributors?: string[];
            /** Format: uuid */
            id?: string;
            name?: string;
            /** @enum {string} */
            platform?: "FACEBOOK" | "INSTAGRAM" | "X" | "YOUTUBE" | "TIKTOK" | "LINKEDIN" | "WEBSITE" | "NEWSLETTER" | "OTHER";
            /** Format: uuid */
            settingId?: string;
            /** @enum {string} */
            status?: "REQUESTED" | "CONSULTING" | "APPROVED" | "LIVE" | "SUSPENDED" | "ORPHANED" | "CLOSED" | "REFUSED";
            /** Format: int32 */
            version?: number;
        };
        Action: {
            name?: string;
            properties?: components["schemas"]["JsonNode"];
        };
        AlreadyOutRequest: {
            address?: string;
        };
        AnswerRequest: {
            /** @enum {string} */
            answer?: "YES" | "NO";
            /** @enum {string} */
            channel?: "FACEBOOK" | "INSTAGRAM" | "X" | "YOUTUBE" | "TIKTOK" | "LINKEDIN" | "WEBSITE" | "NEWSLETTER" | "OTHER";
            /** @enum {string} */
            purpose?: "TAKING" | "WEBSITE" | "DISPLAY" | "SOCIAL_MEDIA" | "PRINT" | "PRESS" | "INTERNAL" | "FULL_NAME";
        };
        Answers: {
            /** Format: int32 */
            active?: number;
            /** Format: int32 */
            none?: number;
            /** Format: int32 */
            pending?: number;
            /** Format: int32 */
            refused?: number;
        };
        AnswersRequest: {
            answers?: components["schemas"]["FamilyAnswerRequest"][];
            declared?: boolean;
            /** @enum {string} */
            language?: "EN" | "CY";
            signedName?: string;
            /** Format: int32 */
            wordingVersion?: number;
        };
        Asked: {
            /** @enum {string} */
            code?: "DATE_ORDER" | "SCHOOL";
            options?: string[];
            sentence?: string;
        };
        Bar: {
            /** Format: date-time */
            barredAt?: string;
            /** Format: uuid */
            barredBy?: string;
            liftReason?: string;
            /** Format: date-time */
            liftedAt?: string;
            /** Format: uuid */
            liftedBy?: string;
            reason?: string;
            refusalsSetAside?: boolean;
        };
        BarRequest: {
            reason?: string;
            refusalsSetAside?: boolean;
        };
        Basis: {
            /** @enum {string} */
            fact?: "PEOPLE" | "ACCOUNTS" | "OPTIONS" | "WORDING" | "NAMES" | "SETTING" | "PICTURE";
            /** @enum {string} */
            from?: "ROWS" | "SEALED";
            sentence?: string;
        };
        Because: {
            option?: string;
            value?: string;
        };
        CardCheck: {
            account?: string;
            /** Format: date-time */
            askedAt?: string;
            /** Format: date-time */
            checkedAt?: string;
            code?: string;
            /** Format: uuid */
            decisionId?: string;
            stillSo?: boolean;
            /** @enum {string} */
            verdict?: "PERMIT" | "NEEDS_ACTION" | "DENY";
            /** @enum {string} */
            verdictThen?: "PERMIT" | "NEEDS_ACTION" | "DENY";
        };
        CardView: {
            address?: string;
            code?: string;
            /** Format: uuid */
            decisionId?: string;
            svg?: string;
        };
        ClassSize: {
            name?: string;
            /** Format: int32 */
            people?: number;
        };
        Column: {
            heading?: string;
            /** Format: int32 */
            index?: number;
            samples?: string[];
        };
        ColumnRequest: {
            channels?: ("FACEBOOK" | "INSTAGRAM" | "X" | "YOUTUBE" | "TIKTOK" | "LINKEDIN" | "WEBSITE" | "NEWSLETTER" | "OTHER")[];
            /** Format: int32 */
            guardian?: number;
            /** Format: int32 */
            index?: number;
            /** @enum {string} */
            purpose?: "TAKING" | "WEBSITE" | "DISPLAY" | "SOCIAL_MEDIA" | "PRINT" | "PRESS" | "INTERNAL" | "FULL_NAME";
            recordsAnswers?: boolean;
            /** @enum {string} */
            target?: "IGNORED" | "FIRST_NAME" | "PREFERRED_FIRST_NAME" | "SURNAME" | "PREFERRED_SURNAME" | "FULL_NAME" | "CLASS" | "EXTERNAL_ID" | "UPN" | "SCHOOL" | "GIVER_ID" | "GIVER_NAME" | "GIVER_FIRST_NAME" | "GIVER_SURNAME" | "RELATION" | "RESPONSIBILITY" | "GIVER_EMAIL" | "ANSWERED_BY" | "CONSENT" | "SIGNED_ON" | "FORM_VERSION" | "KEPT_AT";
        };
        ColumnView: {
            channels?: ("FACEBOOK" | "INSTAGRAM" | "X" | "YOUTUBE" | "TIKTOK" | "LINKEDIN" | "WEBSITE" | "NEWSLETTER" | "OTHER")[];
            /** Format: int32 */
            guardian?: number;
            /** Format: int32 */
            index?: number;
            /** @enum {string} */
            purpose?: "TAKING" | "WEBSITE" | "DISPLAY" | "SOCIAL_MEDIA" | "PRINT" | "PRESS" | "INTERNAL" | "FULL_NAME";
            recordsAnswers?: boolean;
            /** @enum {string} */
            target?: "IGNORED" | "FIRST_NAME" | "PREFERRED_FIRST_NAME" | "SURNAME" | "PREFERRED_SURNAME" | "FULL_NAME" | "CLASS" | "EXTERNAL_ID" | "UPN" | "SCHOOL" | "GIVER_ID" | "GIVER_NAME" | "GIVER_FIRST_NAME" | "GIVER_SURNAME" | "RELATION" | "RESPONSIBILITY" | "GIVER_EMAIL" | "ANSWERED_BY" | "CONSENT" | "SIGNED_ON" | "FORM_VERSION" | "KEPT_AT";
        };
        ConfirmationRequest: {
            confirmed?: boolean;
            formVersion?: string;
            keptAt?: string;
            /** Format: date */
            signedOn?: string;
        };
        ConsentExport: {
            className?: string;
            history?: boolean;
            /** @enum {string} */
            purpose?: "TAKING" | "WEBSITE" | "DISPLAY" | "SOCIAL_MEDIA" | "PRINT" | "PRESS" | "INTERNAL" | "FULL_NAME";
            query?: string;
            /** @enum {string} */
            state?: "PENDING" | "ACTIVE" | "REFUSED" | "WITHDRAWN" | "EXPIRED" | "SUPERSEDED" | "NOT_ON_FILE";
        };
        ConsentRequest: {
            answers?: components["schemas"]["AnswerRequest"][];
            esignReference?: string;
            /** Format: uuid */
            evidenceId?: string;
            formVersion?: string;
            giver?: components["schemas"]["GiverRequest"];
            keptAt?: string;
            /** Format: date */
            signedOn?: string;
            /** Format: date */
            validUntil?: string;
        };
        ConsentSearch: {
            after?: string;
            className?: string;
            history?: boolean;
            /** Format: int32 */
            limit?: number;
            /** @enum {string} */
            purpose?: "TAKING" | "WEBSITE" | "DISPLAY" | "SOCIAL_MEDIA" | "PRINT" | "PRESS" | "INTERNAL" | "FULL_NAME";
            query?: string;
            /** @enum {string} */
            state?: "PENDING" | "ACTIVE" | "REFUSED" | "WITHDRAWN" | "EXPIRED" | "SUPERSEDED" | "NOT_ON_FILE";
        };
        ConsentView: {
            /** @enum {string} */
            channel?: "FACEBOOK" | "INSTAGRAM" | "X" | "YOUTUBE" | "TIKTOK" | "LINKEDIN" | "WEBSITE" | "NEWSLETTER" | "OTHER";
            esignReference?: string;
            /** Format: uuid */
            evidenceId?: string;
            formVersion?: string;
            giver?: components["schemas"]["GiverView"];
            /** Format: uuid */
            id?: string;
            keptAt?: string;
            /** @enum {string} */
            purpose?: "TAKING" | "WEBSITE" | "DISPLAY" | "SOCIAL_MEDIA" | "PRINT" | "PRESS" | "INTERNAL" | "FULL_NAME";
            /** Format: date-time */
            recordedAt?: string;
            /** Format: uuid */
            recordedBy?: string;
            /** Format: date */
            signedOn?: string;
            /** @enum {string} */
            state?: "PENDING" | "ACTIVE" | "REFUSED" | "WITHDRAWN" | "EXPIRED" | "SUPERSEDED" | "NOT_ON_FILE";
            /** Format: uuid */
            subjectId?: string;
            /** Format: date-time */
            supersededAt?: string;
            /** Format: date-time */
            validUntil?: string;
            /** Format: date-time */
            withdrawnAt?: string;
            /** Format: uuid */
            withdrawnBy?: string;
        };
        Context: {
            /** Format: uuid */
            id?: string;
            reasons?: components["schemas"]["Reason"][];
            sentence?: string;
            /** @enum {string} */
            verdict?: "PERMIT" | "NEEDS_ACTION" | "DENY";
        };
        ContributorsRequest: {
            people?: string[];
        };
        CorrectionRequest: {
            /** @enum {string} */
            kind?: "CORRECTED" | "RETRACTED";
            what?: string;
        };
        CorrectionView: {
            /** Format: uuid */
            id?: string;
            /** @enum {string} */
            kind?: "CORRECTED" | "RETRACTED";
            /** Format: date-time */
            recordedAt?: string;
            /** Format: uuid */
            recordedBy?: string;
            what?: string;
        };
        Counts: {
            /** Format: int32 */
            cleared?: number;
            /** Format: int32 */
            notAsked?: number;
            /** Format: int32 */
            notCleared?: number;
        };
        CoverageView: {
            purposes?: {
                [key: string]: components["schemas"]["Counts"];
            };
        };
        DecisionRequest: {
            /** Format: uuid */
            accountId?: string;
            caption?: string;
            confirmations?: ("NAMES_CHECKED" | "CLOTHING_SUITABLE" | "SAFEGUARDING_POLICY" | "NO_PERSONAL_DATA" | "POSITIVE_LIGHT" | "NEUTRAL" | "NO_PERSONAL_DETAILS_ASKED" | "NO_JIGSAW" | "RIGHT_MEDIUM" | "SUBJECTS_AGREE" | "COLLEAGUES_ASKED" | "EVENT_NOTICE_GIVEN" | "NOBODY_OBJECTED")[];
            /** @enum {string} */
            device?: "WORK" | "PERSONAL" | "PERSONAL_WITH_AGREEMENT";
            /** Format: date */
            eventDate?: string;
            eventName?: string;
            hashtags?: string[];
            /** Format: int32 */
            headcount?: number;
            links?: string[];
            names?: components["schemas"]["NameRequest"][];
            nobody?: boolean;
            notIdentifiable?: string[];
            people?: string[];
            /** Format: uuid */
            picture?: string;
            /** Format: date-time */
            plannedFor?: string;
            reasons?: components["schemas"]["ReasonRequest"][];
            selfCheck?: components["schemas"]["SelfCheckRequest"];
            unlistedPeople?: boolean;
        };
        DecisionSummary: {
            account?: components["schemas"]["AccountRef"];
            /** Format: date-time */
            askedAt?: string;
            /** Format: uuid */
            id?: string;
            /** Format: date-time */
            plannedFor?: string;
            sentence?: string;
            /** @enum {string} */
            verdict?: "PERMIT" | "NEEDS_ACTION" | "DENY";
        };
        DecisionView: {
            account?: components["schemas"]["AccountRef"];
            /** Format: date-time */
            askedAt?: string;
            /** Format: date-time */
            checkedAt?: string;
            /** Format: uuid */
            id?: string;
            people?: components["schemas"]["PersonView"][];
            /** Format: date-time */
            plannedFor?: string;
            remedies?: components["schemas"]["RemedyView"][];
            ruleSet?: string;
            rules?: components["schemas"]["RuleView"][];
            sentence?: string;
            /** Format: uuid */
            settingId?: string;
            /** @enum {string} */
            verdict?: "PERMIT" | "NEEDS_ACTION" | "DENY";
        };
        EndRequest: {
            /** Format: date */
            on?: string;
        };
        Entity: {
            id?: string;
            properties?: components["schemas"]["JsonNode"];
            type?: string;
        };
        EntryRequest: {
            /** @enum {string} */
            confirmed?: "KNOWN_IN_PERSON" | "PHOTO_ID";
        };
        EntryView: {
            link?: string;
            /** Format: date-time */
            until?: string;
        };
        Evaluation: {
            context?: components["schemas"]["Context"];
            decision?: boolean;
        };
        EvaluationRequest: {
            action?: components["schemas"]["Action"];
            context?: {
                [key: string]: unknown;
            };
            resource?: components["schemas"]["Entity"];
            subject?: components["schemas"]["Entity"];
        };
        EvaluationsRequest: {
            action?: components["schemas"]["Action"];
            context?: {
                [key: string]: unknown;
            };
            evaluations?: components["schemas"]["EvaluationRequest"][];
            options?: components["schemas"]["Options"];
            resource?: components["schemas"]["Entity"];
            subject?: components["schemas"]["Entity"];
        };
        EvaluationsResponse: {
            evaluations?: components["schemas"]["Evaluation"][];
        };
        EvidenceView: {
            /** Format: int32 */
            bytes?: number;
            digest?: string;
            /** Format: uuid */
            id?: string;
            mediaType?: string;
            /** Format: uuid */
            subjectId?: string;
            /** Format: date-time */
            uploadedAt?: string;
        };
        FamiliesView: {
            counts?: {
                [key: string]: number;
            };
            items?: components["schemas"]["Family"][];
            next?: string;
        };
        Family: {
            /** Format: date-time */
            answeredAt?: string;
            /** Format: date-time */
            askedAt?: string;
            children?: components["schemas"]["ListedChild"][];
            /** Format: uuid */
            giverId?: string;
            hasAddress?: boolean;
            name?: string;
            /** Format: date-time */
            remindedAt?: string;
            /** @enum {string} */
            status?: "NOT_ASKED" | "ASKED" | "ANSWERED" | "NO_ADDRESS" | "BOUNCED";
        };
        FamilyAnswerRequest: {
            /** @enum {string} */
            answer?: "YES" | "NO";
            /** @enum {string} */
            channel?: "FACEBOOK" | "INSTAGRAM" | "X" | "YOUTUBE" | "TIKTOK" | "LINKEDIN" | "WEBSITE" | "NEWSLETTER" | "OTHER";
            /** Format: uuid */
            child?: string;
            /** @enum {string} */
            purpose?: "TAKING" | "WEBSITE" | "DISPLAY" | "SOCIAL_MEDIA" | "PRINT" | "PRESS" | "INTERNAL" | "FULL_NAME";
        };
        FamilyQuestion: {
            /** @enum {string} */
            channel?: "FACEBOOK" | "INSTAGRAM" | "X" | "YOUTUBE" | "TIKTOK" | "LINKEDIN" | "WEBSITE" | "NEWSLETTER" | "OTHER";
            /** @enum {string} */
            purpose?: "TAKING" | "WEBSITE" | "DISPLAY" | "SOCIAL_MEDIA" | "PRINT" | "PRESS" | "INTERNAL" | "FULL_NAME";
        };
        FamilyView: {
            children?: components["schemas"]["OwnChild"][];
            questions?: components["schemas"]["FamilyQuestion"][];
            receipts?: components["schemas"]["ReceiptLine"][];
            setting?: string;
            /** Format: date-time */
            until?: string;
            wording?: {
                [key: string]: components["schemas"]["Wording"];
            };
            /** Format: int32 */
            wordingVersion?: number;
        };
        FamilyWordingRequest: {
            wording?: {
                [key: string]: components["schemas"]["WordingText"];
            };
        };
        FamilyWordingView: {
            /** Format: int32 */
            version?: number;
            wording?: {
                [key: string]: components["schemas"]["Wording"];
            };
        };
        Finding: {
            message?: string;
            /** Format: int32 */
            row?: number;
            /** @enum {string} */
            severity?: "REJECTED" | "FLAG" | "SKIPPED" | "NOTE";
        };
        FoundConsent: {
            className?: string;
            consent?: components["schemas"]["ConsentView"];
            /** Format: date */
            endedOn?: string;
            firstName?: string;
            /** Format: uuid */
            subjectId?: string;
            surname?: string;
        };
        GiverRequest: {
            email?: string;
            name?: string;
            relation?: string;
            /** @enum {string} */
            responsibility?: "YES" | "NO" | "UNKNOWN";
            /** @enum {string} */
            type?: "PARENT" | "CARER" | "PUPIL_ABLE" | "ADULT_SELF";
        };
        GiverView: {
            email?: string;
            /** Format: uuid */
            id?: string;
            name?: string;
            relation?: string;
            /** @enum {string} */
            responsibility?: "YES" | "NO" | "UNKNOWN";
            /** @enum {string} */
            type?: "PARENT" | "CARER" | "PUPIL_ABLE" | "ADULT_SELF";
        };
        GiversView: {
            able?: boolean;
            givers?: components["schemas"]["KnownGiver"][];
            judgements?: components["schemas"]["Judgement"][];
            /** Format: uuid */
            subjectId?: string;
        };
        HistoryView: {
            answers?: components["schemas"]["ConsentView"][];
            changes?: string[];
            /** Format: date-time */
            known?: string;
            /** Format: date-time */
            on?: string;
            purposes?: {
                [key: string]: "CLEARED" | "NOT_ASKED" | "NOT_CLEARED";
            };
            /** Format: uuid */
            subjectId?: string;
        };
        HoldRequest: {
            reason?: string;
        };
        HoldView: {
            held?: boolean;
            placements?: components["schemas"]["Placement"][];
            /** Format: uuid */
            subjectId?: string;
        };
        ImportCounts: {
            /** Format: int32 */
            accepted?: number;
            /** Format: int32 */
            givers?: number;
            /** Format: int32 */
            people?: number;
            /** Format: int32 */
            rejected?: number;
            /** Format: int32 */
            rows?: number;
            /** Format: int32 */
            skipped?: number;
        };
        ImportListed: {
            /** Format: date-time */
            confirmedAt?: string;
            counts?: components["schemas"]["ImportCounts"];
            /** Format: date-time */
            createdAt?: string;
            /** @enum {string} */
            fileKind?: "CSV" | "ONEROSTER";
            /** Format: date-time */
            finishedAt?: string;
            /** Format: uuid */
            id?: string;
            /** Format: uuid */
            importedBy?: string;
            /** @enum {string} */
            importerKind?: "PERSON" | "CLIENT" | "VISITOR";
            result?: components["schemas"]["ImportResult"];
            /** @enum {string} */
            state?: "NEEDS_MAPPING" | "PREVIEWED" | "RUNNING" | "DONE" | "FAILED" | "REFUSED" | "DISCARDED";
        };
        ImportResult: {
            /** Format: int32 */
            active?: number;
            /** Format: int32 */
            changed?: number;
            /** Format: int32 */
            created?: number;
            /** Format: int32 */
            failed?: number;
            /** Format: int32 */
            kept?: number;
            /** Format: int32 */
            pending?: number;
            /** Format: int32 */
            refused?: number;
            /** Format: int32 */
            unchanged?: number;
        };
        ImportView: {
            columns?: components["schemas"]["Column"][];
            /** Format: date-time */
            createdAt?: string;
            encoding?: string;
            encodingCertain?: boolean;
            fileName?: string;
            formVersion?: string;
            /** Format: int32 */
            headingRow?: number;
            /** Format: uuid */
            id?: string;
            keptAt?: string;
            mapping?: components["schemas"]["MappingView"];
            preview?: components["schemas"]["PreviewView"];
            progress?: components["schemas"]["Progress"];
            question?: components["schemas"]["Asked"];
            refusal?: components["schemas"]["Refusal"];
            remembered?: boolean;
            result?: components["schemas"]["ImportResult"];
            separator?: string;
            /** Format: uuid */
            settingId?: string;
            /** Format: date */
            signedOn?: string;
            /** @enum {string} */
            state?: "NEEDS_MAPPING" | "PREVIEWED" | "RUNNING" | "DONE" | "FAILED" | "REFUSED" | "DISCARDED";
        };
        JsonNode: {
            array?: boolean;
            bigDecimal?: boolean;
            bigInteger?: boolean;
            binary?: boolean;
            boolean?: boolean;
            container?: boolean;
            double?: boolean;
            embeddedValue?: boolean;
            empty?: boolean;
            float?: boolean;
            floatingPointNumber?: boolean;
            int?: boolean;
            integralNumber?: boolean;
            long?: boolean;
            missingNode?: boolean;
            /** @enum {string} */
            nodeType?: "ARRAY" | "BINARY" | "BOOLEAN" | "MISSING" | "NULL" | "NUMBER" | "OBJECT" | "POJO" | "STRING";
            null?: boolean;
            number?: boolean;
            object?: boolean;
            pojo?: boolean;
            short?: boolean;
            string?: boolean;
            /** @deprecated */
            textual?: boolean;
            valueNode?: boolean;
        };
        Judgement: {
            /** Format: date */
            assessedOn?: string;
            assessor?: string;
            reason?: string;
            /** Format: date-time */
            recordedAt?: string;
            /** Format: uuid */
            recordedBy?: string;
            revokeReason?: string;
            /** Format: date-time */
            revokedAt?: string;
            /** Format: uuid */
            revokedBy?: string;
        };
        KeyRequest: {
            key?: string;
        };
        KnownGiver: {
            barred?: boolean;
            bars?: components["schemas"]["Bar"][];
            giver?: components["schemas"]["GiverView"];
        };
        LapsingConsent: {
            /** Format: date-time */
            askedAt?: string;
            className?: string;
            consent?: components["schemas"]["ConsentView"];
            firstName?: string;
            /** Format: uuid */
            subjectId?: string;
            surname?: string;
            /** @enum {string} */
            way?: "MAIL" | "CODE" | "FORM";
        };
        LiftRequest: {
            reason?: string;
        };
        Line: {
            /** @enum {string} */
            answer?: "YES" | "NO";
            /** @enum {string} */
            channel?: "FACEBOOK" | "INSTAGRAM" | "X" | "YOUTUBE" | "TIKTOK" | "LINKEDIN" | "WEBSITE" | "NEWSLETTER" | "OTHER";
            /** Format: uuid */
            child?: string;
            firstName?: string;
            /** @enum {string} */
            purpose?: "TAKING" | "WEBSITE" | "DISPLAY" | "SOCIAL_MEDIA" | "PRINT" | "PRESS" | "INTERNAL" | "FULL_NAME";
        };
        LinkRequested: {
            accepted?: boolean;
        };
        ListedChild: {
            className?: string;
            firstName?: string;
            /** Format: uuid */
            id?: string;
            surname?: string;
        };
        Mail: {
            /** Format: date-time */
            at?: string;
            /** Format: uuid */
            id?: string;
            /** @enum {string} */
            kind?: "INVITATION" | "REMINDER" | "LINK" | "RECEIPT";
            to?: string;
        };
        MappingRequest: {
            columns?: components["schemas"]["ColumnRequest"][];
            /** @enum {string} */
            dateOrder?: "DAY_FIRST" | "MONTH_FIRST";
            school?: string;
        };
        MappingView: {
            columns?: components["schemas"]["ColumnView"][];
            /** @enum {string} */
            dateOrder?: "DAY_FIRST" | "MONTH_FIRST";
            school?: string;
        };
        Mismatch: {
            /** @enum {string} */
            part?: "RULES" | "QUESTION" | "FACTS" | "ROWS" | "ANSWER";
            sentence?: string;
            where?: string;
        };
        NameRequest: {
            /** @enum {string} */
            form?: "NONE" | "FIRST_ONLY" | "FIRST_INITIAL" | "FULL";
            /** Format: uuid */
            subjectId?: string;
        };
        NoticeView: {
            account?: string;
            /** Format: date-time */
            askedAt?: string;
            /** Format: uuid */
            decisionId?: string;
            /** Format: uuid */
            id?: string;
            /** @enum {string} */
            kind?: "ANSWER_CHANGED" | "TAKE_DOWN";
            /** Format: date-time */
            madeAt?: string;
            /** Format: date-time */
            seenAt?: string;
            sentence?: string;
            /** Format: uuid */
            settingId?: string;
            /** Format: uuid */
            takedownId?: string;
        };
        NoticesView: {
            items?: components["schemas"]["NoticeView"][];
            next?: string;
            /** Format: int64 */
            unseen?: number;
        };
        OpenedMail: {
            link?: string;
            subject?: string;
            text?: string;
        };
        Options: {
            evaluations_semantic?: string;
        };
        OutboxView: {
            items?: components["schemas"]["Mail"][];
            server?: boolean;
        };
        OutingAccount: {
            /** Format: uuid */
            id?: string;
            name?: string;
            /** @enum {string} */
            platform?: "FACEBOOK" | "INSTAGRAM" | "X" | "YOUTUBE" | "TIKTOK" | "LINKEDIN" | "WEBSITE" | "NEWSLETTER" | "OTHER";
            /** @enum {string} */
            status?: "REQUESTED" | "CONSULTING" | "APPROVED" | "LIVE" | "SUSPENDED" | "ORPHANED" | "CLOSED" | "REFUSED";
        };
        OutingClass: {
            counts?: components["schemas"]["OutingCounts"];
            name?: string;
            people?: components["schemas"]["OutingPerson"][];
        };
        OutingCounts: {
            /** Format: int32 */
            cleared?: number;
            /** Format: int32 */
            notAsked?: number;
            /** Format: int32 */
            notCleared?: number;
        };
        OutingPerson: {
            /** @enum {string} */
            clearance?: "CLEARED" | "NOT_ASKED" | "NOT_CLEARED";
            firstName?: string;
            /** Format: uuid */
            id?: string;
            /** @enum {string} */
            kind?: "CHILD" | "STAFF" | "VOLUNTEER" | "VISITOR" | "PARENT";
            surname?: string;
        };
        OutingView: {
            account?: components["schemas"]["OutingAccount"];
            /** Format: date-time */
            checkedAt?: string;
            classes?: components["schemas"]["OutingClass"][];
            counts?: components["schemas"]["OutingCounts"];
            /** Format: date */
            on?: string;
            /** Format: uuid */
            settingId?: string;
        };
        OwnChild: {
            answers?: components["schemas"]["StandingAnswer"][];
            firstName?: string;
            /** Format: uuid */
            id?: string;
        };
        PageAccountView: {
            items?: components["schemas"]["AccountView"][];
            next?: string;
        };
        PageConsentView: {
            items?: components["schemas"]["ConsentView"][];
            next?: string;
        };
        PageDecisionSummary: {
            items?: components["schemas"]["DecisionSummary"][];
            next?: string;
        };
        PageFoundConsent: {
            items?: components["schemas"]["FoundConsent"][];
            next?: string;
        };
        PageImportListed: {
            items?: components["schemas"]["ImportListed"][];
            next?: string;
        };
        PageLapsingConsent: {
            items?: components["schemas"]["LapsingConsent"][];
            next?: string;
        };
        PagePublishedView: {
            items?: components["schemas"]["PublishedView"][];
            next?: string;
        };
        PageRosterView: {
            items?: components["schemas"]["RosterView"][];
            next?: string;
        };
        PageTakedownView: {
            items?: components["schemas"]["TakedownView"][];
            next?: string;
        };
        PersonRef: {
            identified?: boolean;
            name?: string;
            /** Format: uuid */
            subjectId?: string;
        };
        PersonView: {
            name?: string;
            /** @enum {string} */
            outcome?: "CLEARED" | "NOT_CLEARED" | "NOT_ASKED" | "NOT_IDENTIFIABLE" | "NOT_KNOWN";
            sentence?: string;
            showAs?: string;
            /** Format: uuid */
            subjectId?: string;
        };
        PictureView: {
            /** Format: int32 */
            bytes?: number;
            digest?: string;
            /** Format: date-time */
            endedAt?: string;
            /** Format: date-time */
            expiresAt?: string;
            findings?: ("LOCATION" | "SERIAL_NUMBER" | "EMBEDDED_THUMBNAIL" | "COMMENT" | "OTHER_METADATA")[];
            /** @enum {string} */
            format?: "JPEG" | "PNG";
            /** Format: int32 */
            height?: number;
            /** Format: uuid */
            id?: string;
            /** Format: uuid */
            settingId?: string;
            /** @enum {string} */
            state?: "READY" | "EXPIRED" | "REMOVED";
            /** Format: date-time */
            uploadedAt?: string;
            /** Format: int32 */
            width?: number;
        };
        Placement: {
            liftReason?: string;
            /** Format: date-time */
            liftedAt?: string;
            /** Format: uuid */
            liftedBy?: string;
            /** Format: date-time */
            placedAt?: string;
            /** Format: uuid */
            placedBy?: string;
            reason?: string;
        };
        PostedRequest: {
            address?: string;
            checkedOutside?: string[];
        };
        PreviewView: {
            /** Format: int32 */
            accepted?: number;
            answers?: components["schemas"]["Answers"];
            findings?: components["schemas"]["Finding"][];
            /** Format: int32 */
            findingsTotal?: number;
            /** Format: int32 */
            givers?: number;
            /** Format: int32 */
            people?: number;
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
        ProofRequest: {
            /** @enum {string} */
            how?: "OPENED_THE_ADDRESS" | "SCREENSHOT" | "PLATFORM_CONFIRMED";
            proof?: string;
            /** Format: date-time */
            seenGoneAt?: string;
        };
        ProofView: {
            /** @enum {string} */
            how?: "OPENED_THE_ADDRESS" | "SCREENSHOT" | "PLATFORM_CONFIRMED";
            /** Format: date-time */
            recordedAt?: string;
            /** Format: uuid */
            seenBy?: string;
            /** Format: date-time */
            seenGoneAt?: string;
            words?: string;
        };
        PublishedView: {
            account?: components["schemas"]["AccountRef"];
            actuallyRemoved?: boolean;
            address?: string;
            checkedOutside?: string[];
            corrections?: components["schemas"]["CorrectionView"][];
            /** Format: uuid */
            decisionId?: string;
            /** @enum {string} */
            how?: "REGISTERED" | "ALREADY_OUT";
            /** Format: uuid */
            id?: string;
            /** Format: uuid */
            openTakedown?: string;
            people?: components["schemas"]["PersonRef"][];
            pictureDigest?: string;
            /** Format: date-time */
            postedAt?: string;
            /** Format: uuid */
            postedBy?: string;
            /** Format: date-time */
            removedSeenAt?: string;
            /** Format: uuid */
            settingId?: string;
        };
        Reason: {
            /** @enum {string} */
            result?: "PASS" | "FAIL" | "WARN" | "ASK" | "NOT_CHECKED";
            rule?: string;
            sentence?: string;
        };
        ReasonRequest: {
            reason?: string;
            rule?: string;
        };
        ReceiptLine: {
            /** Format: date-time */
            at?: string;
            /** Format: uuid */
            id?: string;
            reference?: string;
        };
        ReceiptView: {
            answers?: components["schemas"]["Line"][];
            /** Format: date-time */
            at?: string;
            /** Format: uuid */
            id?: string;
            /** @enum {string} */
            language?: "EN" | "CY";
            reference?: string;
            signedName?: string;
            /** Format: int32 */
            wordingVersion?: number;
        };
        Recorded: {
            items?: components["schemas"]["ConsentView"][];
        };
        Refusal: {
            sentence?: string;
        };
        RehearsalExample: {
            after?: components["schemas"]["RehearsedAnswer"];
            /** Format: date-time */
            askedAt?: string;
            before?: components["schemas"]["RehearsedAnswer"];
            /** Format: uuid */
            decisionId?: string;
        };
        RehearsalOutcome: {
            /** @enum {string} */
            after?: "PERMIT" | "NEEDS_ACTION" | "DENY";
            /** @enum {string} */
            before?: "PERMIT" | "NEEDS_ACTION" | "DENY";
            /** Format: int32 */
            count?: number;
        };
        RehearsalRequest: {
            options?: unknown;
        };
        RehearsalView: {
            /** Format: int32 */
            decisions?: number;
            /** Format: int32 */
            differently?: number;
            examples?: components["schemas"]["RehearsalExample"][];
            more?: boolean;
            /** Format: int32 */
            otherwise?: number;
            outcomes?: components["schemas"]["RehearsalOutcome"][];
            /** Format: uuid */
            settingId?: string;
            /** Format: date-time */
            since?: string;
            /** Format: int32 */
            unreadable?: number;
        };
        RehearsedAnswer: {
            sentence?: string;
            /** @enum {string} */
            verdict?: "PERMIT" | "NEEDS_ACTION" | "DENY";
        };
        RemedyView: {
            /** Format: uuid */
            accountId?: string;
            action?: string;
            /** @enum {string} */
            kind?: "EDIT" | "ERRAND";
            sentence?: string;
            /** Format: uuid */
            subjectId?: string;
            text?: components["schemas"]["TextChange"];
        };
        RenewalView: {
            /** Format: int32 */
            askedLately?: number;
            /** Format: int32 */
            children?: number;
            /** Format: int32 */
            families?: number;
            /** Format: int32 */
            onForm?: number;
            /** Format: int32 */
            restDays?: number;
            /** Format: date */
            until?: string;
            /** Format: int32 */
            withoutAddress?: number;
        };
        ReplayView: {
            basis?: components["schemas"]["Basis"][];
            /** Format: uuid */
            decisionId?: string;
            mismatches?: components["schemas"]["Mismatch"][];
            notChecked?: string[];
            /** Format: date-time */
            replayedAt?: string;
            ruleSet?: string;
            same?: boolean;
        };
        Restriction: {
            endReason?: string;
            /** Format: date-time */
            endedAt?: string;
            /** Format: uuid */
            endedBy?: string;
            /** Format: date */
            fromOn?: string;
            /** Format: uuid */
            id?: string;
            /** @enum {string} */
            kind?: "COURT_ORDER" | "DISPUTE" | "OTHER";
            note?: string;
            /** Format: date-time */
            recordedAt?: string;
            /** Format: uuid */
            recordedBy?: string;
            /** Format: date */
            untilOn?: string;
        };
        RestrictionEnd: {
            reason?: string;
        };
        RestrictionRequest: {
            /** Format: date */
            fromOn?: string;
            /** @enum {string} */
            kind?: "COURT_ORDER" | "DISPUTE" | "OTHER";
            note?: string;
            /** Format: date */
            untilOn?: string;
        };
        RestrictionView: {
            items?: components["schemas"]["Restriction"][];
            /** Format: uuid */
            subjectId?: string;
        };
        RosterView: {
            className?: string;
            firstName?: string;
            /** Format: uuid */
            id?: string;
            /** @enum {string} */
            kind?: "CHILD" | "STAFF" | "VOLUNTEER" | "VISITOR" | "PARENT";
            purposes?: {
                [key: string]: "CLEARED" | "NOT_ASKED" | "NOT_CLEARED";
            };
            surname?: string;
        };
        RoundRequest: {
            className?: string;
            /** @enum {string} */
            kind?: "ASK" | "REMIND" | "RENEW";
            /** Format: date */
            until?: string;
        };
        RoundView: {
            className?: string;
            /** Format: int32 */
            done?: number;
            /** Format: date-time */
            finishedAt?: string;
            /** Format: uuid */
            id?: string;
            /** @enum {string} */
            kind?: "ASK" | "REMIND" | "RENEW";
            /** Format: int32 */
            mailed?: number;
            /** Format: uuid */
            settingId?: string;
            /** Format: date-time */
            startedAt?: string;
            /** @enum {string} */
            state?: "RUNNING" | "DONE";
            /** Format: int32 */
            total?: number;
            /** Format: date */
            until?: string;
            /** Format: int32 */
            withoutAddress?: number;
        };
        Rounds: {
            items?: components["schemas"]["RoundView"][];
        };
        RuleView: {
            because?: components["schemas"]["Because"];
            /** @enum {string} */
            result?: "PASS" | "FAIL" | "WARN" | "ASK" | "NOT_CHECKED";
            rule?: string;
            sentence?: string;
            title?: string;
        };
        SelfCheckRequest: {
            contentSuitable?: boolean;
            followsPolicy?: boolean;
            professionalReason?: boolean;
            reasonableToOthers?: boolean;
            reflectsPoorly?: boolean;
        };
        Splice: {
            /** Format: int32 */
            from?: number;
            /** Format: int32 */
            to?: number;
            with?: string;
        };
        StandingAnswer: {
            /** @enum {string} */
            answer?: "YES" | "NO";
            /** Format: date-time */
            at?: string;
            /** @enum {string} */
            channel?: "FACEBOOK" | "INSTAGRAM" | "X" | "YOUTUBE" | "TIKTOK" | "LINKEDIN" | "WEBSITE" | "NEWSLETTER" | "OTHER";
            /** @enum {string} */
            purpose?: "TAKING" | "WEBSITE" | "DISPLAY" | "SOCIAL_MEDIA" | "PRINT" | "PRESS" | "INTERNAL" | "FULL_NAME";
        };
        SubjectRequest: {
            className?: string;
            externalId?: string;
            firstName?: string;
            /** @enum {string} */
            kind?: "CHILD" | "STAFF" | "VOLUNTEER" | "VISITOR" | "PARENT";
            surname?: string;
        };
        SubjectSearch: {
            after?: string;
            className?: string;
            /** @enum {string} */
            kind?: "CHILD" | "STAFF" | "VOLUNTEER" | "VISITOR" | "PARENT";
            /** Format: int32 */
            limit?: number;
            query?: string;
        };
        SubjectView: {
            className?: string;
            /** Format: date */
            endedOn?: string;
            externalId?: string;
            firstName?: string;
            /** Format: uuid */
            id?: string;
            /** @enum {string} */
            kind?: "CHILD" | "STAFF" | "VOLUNTEER" | "VISITOR" | "PARENT";
            purposes?: {
                [key: string]: "CLEARED" | "NOT_ASKED" | "NOT_CLEARED";
            };
            /** Format: uuid */
            settingId?: string;
            surname?: string;
            /** Format: int32 */
            version?: number;
        };
        TakedownCounts: {
            /** Format: int64 */
            open?: number;
            /** Format: int64 */
            overdue?: number;
        };
        TakedownView: {
            account?: components["schemas"]["AccountRef"];
            address?: string;
            /** @enum {string} */
            cause?: "NOT_CLEARED" | "OUT_UNCHECKED" | "RETRACTED";
            /** Format: uuid */
            decisionId?: string;
            /** Format: date-time */
            dueAt?: string;
            /** Format: uuid */
            id?: string;
            /** Format: uuid */
            itemId?: string;
            /** Format: date-time */
            openedAt?: string;
            people?: string[];
            /** Format: date-time */
            postedAt?: string;
            /** Format: uuid */
            postedBy?: string;
            proof?: components["schemas"]["ProofView"];
            /** Format: uuid */
            settingId?: string;
            /** @enum {string} */
            state?: "OPEN" | "OVERDUE" | "DONE";
        };
        TextChange: {
            caption?: components["schemas"]["Splice"];
            eventName?: components["schemas"]["Splice"];
            hashtags?: string[];
            links?: string[];
        };
        WordRequest: {
            /** @enum {string} */
            weight?: "NEVER" | "WITH_REASON";
            word?: string;
        };
        WordView: {
            starter?: boolean;
            /** @enum {string} */
            weight?: "NEVER" | "WITH_REASON";
            word?: string;
        };
        Wording: {
            declaration?: string;
            introduction?: string;
            questions?: {
                [key: string]: string;
            };
        };
        WordingRequest: {
            ownContacts?: string[];
            words?: components["schemas"]["WordRequest"][];
        };
        WordingText: {
            declaration?: string;
            introduction?: string;
            questions?: {
                [key: string]: string;
            };
        };
        WordingView: {
            ownContacts?: string[];
            /** Format: int32 */
            revision?: number;
            /** Format: uuid */
            settingId?: string;
            words?: components["schemas"]["WordView"][];
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
    answer: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: {
                "__Secure-clearpost-family"?: string;
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswersRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptView"];
                };
            };
        };
    };
    requestLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyRequest"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkRequested"];
                };
            };
        };
    };
    receipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                receipt: string;
            };
            cookie?: {
                "__Secure-clearpost-family"?: string;
            };
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptView"];
                };
            };
        };
    };
    session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: {
                "__Secure-clearpost-family"?: string;
            };
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FamilyView"];
                };
            };
        };
    };
    open_1: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FamilyView"];
                };
            };
        };
    };
    end_2: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: {
                "__Secure-clearpost-family"?: string;
            };
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    evaluation: {
        parameters: {
            query?: never;
            header?: {
                "X-Request-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EvaluationRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evaluation"];
                };
            };
        };
    };
    evaluations: {
        parameters: {
            query?: never;
            header?: {
                "X-Request-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EvaluationsRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvaluationsResponse"];
                };
            };
        };
    };
    account: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
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
                    "application/json": components["schemas"]["AccountView"];
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
                account: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountView"];
                };
            };
        };
    };
    contributors: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                account: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContributorsRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountView"];
                };
            };
        };
    };
    check: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
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
                    "application/json": components["schemas"]["CardCheck"];
                };
            };
        };
    };
    withdraw: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                consent: string;
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
                    "application/json": components["schemas"]["ConsentView"];
                };
            };
        };
    };
    ask: {
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
                "application/json": components["schemas"]["DecisionRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionView"];
                };
            };
        };
    };
    decision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                decision: string;
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
                    "application/json": components["schemas"]["DecisionView"];
                };
            };
        };
    };
    alreadyOut: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                decision: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlreadyOutRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedView"];
                };
            };
        };
    };
    card: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                decision: string;
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
                    "application/json": components["schemas"]["CardView"];
                };
            };
        };
    };
    ofDecision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                decision: string;
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
                    "application/json": components["schemas"]["PublishedView"];
                };
            };
        };
    };
    posted: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                decision: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostedRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedView"];
                };
            };
        };
    };
    replay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                decision: string;
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
                    "application/json": components["schemas"]["ReplayView"];
                };
            };
        };
    };
    round: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: string;
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
                    "application/json": components["schemas"]["RoundView"];
                };
            };
        };
    };
    find: {
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
                    "application/json": components["schemas"]["ImportView"];
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
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmationRequest"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
        };
    };
    discard: {
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
                    "application/json": components["schemas"]["ImportView"];
                };
            };
        };
    };
    map: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MappingRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
        };
    };
    report: {
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
                    "text/csv": string;
                };
            };
        };
    };
    notices: {
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
                    "application/json": components["schemas"]["NoticesView"];
                };
            };
        };
    };
    seen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                notice: string;
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
    open: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mail: string;
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
                    "application/json": components["schemas"]["OpenedMail"];
                };
            };
        };
    };
    picture: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                picture: string;
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
                    "application/json": components["schemas"]["PictureView"];
                };
            };
        };
    };
    remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                picture: string;
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
                    "application/json": components["schemas"]["PictureView"];
                };
            };
        };
    };
    content_1: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                picture: string;
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
                    "image/jpeg": string;
                    "image/png": string;
                };
            };
        };
    };
    item: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item: string;
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
                    "application/json": components["schemas"]["PublishedView"];
                };
            };
        };
    };
    correct_1: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                item: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectionRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedView"];
                };
            };
        };
    };
    accounts: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
            };
            header?: never;
            path: {
                setting: string;
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
                    "application/json": components["schemas"]["PageAccountView"];
                };
            };
        };
    };
    register: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                setting: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountView"];
                };
            };
        };
    };
    classes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                setting: string;
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
                    "application/json": components["schemas"]["ClassSize"][];
                };
            };
        };
    };
    consents_1: {
        parameters: {
            query?: {
                className?: string;
                purpose?: "TAKING" | "WEBSITE" | "DISPLAY" | "SOCIAL_MEDIA" | "PRINT" | "PRESS" | "INTERNAL" | "FULL_NAME";
                state?: "PENDING" | "ACTIVE" | "REFUSED" | "WITHDRAWN" | "EXPIRED" | "SUPERSEDED" | "NOT_ON_FILE";
                history?: boolean;
                limit?: number;
                after?: string;
            };
            header?: never;
            path: {
                setting: string;
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
                    "application/json": components["schemas"]["PageFoundConsent"];
                };
            };
        };
    };
    export: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                setting: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentExport"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
        };
    };
    search_1: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                setting: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentSearch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageFoundConsent"];
                };
            };
        };
    };
    coverage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                setting: string;
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
                    "application/json": components["schemas"]["CoverageView"];
                };
            };
        };
    };
    decisions: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
            };
            header?: never;
            path: {
                setting: string;
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
                    "application/json": components["schemas"]["PageDecisionSummary"];
                };
            };
        };
    };
    families: {
        parameters: {
            query?: {
                className?: string;
                status?: "NOT_ASKED" | "ASKED" | "ANSWERED" | "NO_ADDRESS" | "BOUNCED";
                limit?: number;
                after?: string;
            };
            header?: never;
            path: {
                setting: string;
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
                    "application/json": components["schemas"]["FamiliesView"];
                };
            };
        };
    };
    entry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                setting: string;
                giver: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EntryRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryView"];
                };
            };
        };
    };
    rounds: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                setting: string;
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
                    "application/json": components["schemas"]["Rounds"];
                };
            };
        };
    };
    start: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                setting: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoundRequest"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoundView"];
                };
            };
        };
    };
    wording_1: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                setting: string;
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
                    "application/json": components["schemas"]["FamilyWordingView"];
                };
            };
        };
    };
    reword: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                setting: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FamilyWordingRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FamilyWordingView"];
                };
            };
        };
    };
    imports: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
            };
            header?: never;
            path: {
                setting: string;
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
                    "application/json": components["schemas"]["PageImportListed"];
                };
            };
        };
    };
    upload_2: {
        parameters: {
            query: {
                fileName: string;
            };
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                setting: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
        };
    };
    lapses: {
        parameters: {
            query?: {
                until?: string;
                limit?: number;
                after?: string;
            };
            header?: never;
            path: {
                setting: string;
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
                    "application/json": components["schemas"]["PageLapsingConsent"];
                };
            };
        };
    };
    renewal: {
        parameters: {
            query?: {
                until?: string;
            };
            header?: never;
            path: {
                setting: string;
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
                    "application/json": components["schemas"]["RenewalView"];
                };
            };
        };
    };
    outbox: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                setting: string;
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
                    "application/json": components["schemas"]["OutboxView"];
                };
            };
        };
    };
    outing: {
        parameters: {
            query: {
                on: string;
                account: string;
                /** @description A class that goes; give it once for each. Empty stands for people in no class. */
                class: string[];
            };
            header?: never;
            path: {
                setting: string;
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
                    "application/json": components["schemas"]["OutingView"];
                };
            };
        };
    };
    exportOuting: {
        parameters: {
            query: {
                on: string;
                account: string;
                /** @description A class that goes; give it once for each. Empty stands for people in no class. */
                class: string[];
            };
            header?: never;
            path: {
                setting: string;
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
                    "text/csv": string;
                };
            };
        };
    };
    upload_1: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                setting: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PictureView"];
                };
            };
        };
    };
    published: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
            };
            header?: never;
            path: {
                setting: string;
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
                    "application/json": components["schemas"]["PagePublishedView"];
                };
            };
        };
    };
    rehearse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                setting: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RehearsalRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RehearsalView"];
                };
            };
        };
    };
    subjects: {
        parameters: {
            query?: {
                className?: string;
                kind?: "CHILD" | "STAFF" | "VOLUNTEER" | "VISITOR" | "PARENT";
                limit?: number;
                after?: string;
            };
            header?: never;
            path: {
                setting: string;
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
                    "application/json": components["schemas"]["PageRosterView"];
                };
            };
        };
    };
    enter: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                setting: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubjectRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubjectView"];
                };
            };
        };
    };
    search: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                setting: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubjectSearch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageRosterView"];
                };
            };
        };
    };
    takedowns: {
        parameters: {
            query?: {
                state?: "OPEN" | "OVERDUE" | "DONE";
                limit?: number;
                after?: string;
            };
            header?: never;
            path: {
                setting: string;
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
                    "application/json": components["schemas"]["PageTakedownView"];
                };
            };
        };
    };
    counts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                setting: string;
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
                    "application/json": components["schemas"]["TakedownCounts"];
                };
            };
        };
    };
    wording: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                setting: string;
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
                    "application/json": components["schemas"]["WordingView"];
                };
            };
        };
    };
    replace: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                setting: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WordingRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WordingView"];
                };
            };
        };
    };
    subject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                subject: string;
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
                    "application/json": components["schemas"]["SubjectView"];
                };
            };
        };
    };
    correct: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                subject: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubjectRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubjectView"];
                };
            };
        };
    };
    judge: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                subject: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AbilityRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GiversView"];
                };
            };
        };
    };
    revoke: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                subject: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LiftRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GiversView"];
                };
            };
        };
    };
    carerChanged: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                subject: string;
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
                    "application/json": components["schemas"]["GiversView"];
                };
            };
        };
    };
    consents: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
            };
            header?: never;
            path: {
                subject: string;
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
                    "application/json": components["schemas"]["PageConsentView"];
                };
            };
        };
    };
    record_1: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                subject: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"];
                };
            };
        };
    };
    asOf: {
        parameters: {
            query?: {
                on?: string;
                known?: string;
            };
            header?: never;
            path: {
                subject: string;
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
                    "application/json": components["schemas"]["HistoryView"];
                };
            };
        };
    };
    end_1: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                subject: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubjectView"];
                };
            };
        };
    };
    upload: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                subject: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceView"];
                };
            };
        };
    };
    content: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                subject: string;
                evidence: string;
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
                    "application/json": string;
                };
            };
        };
    };
    givers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                subject: string;
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
                    "application/json": components["schemas"]["GiversView"];
                };
            };
        };
    };
    bar: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                subject: string;
                giver: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BarRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GiversView"];
                };
            };
        };
    };
    unbar: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                subject: string;
                giver: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LiftRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GiversView"];
                };
            };
        };
    };
    hold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                subject: string;
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
                    "application/json": components["schemas"]["HoldView"];
                };
            };
        };
    };
    place: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                subject: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoldRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldView"];
                };
            };
        };
    };
    lift: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                subject: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoldRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldView"];
                };
            };
        };
    };
    restrictions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                subject: string;
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
                    "application/json": components["schemas"]["RestrictionView"];
                };
            };
        };
    };
    record: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                subject: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RestrictionRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RestrictionView"];
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
                subject: string;
                restriction: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RestrictionEnd"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RestrictionView"];
                };
            };
        };
    };
    takedown: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                takedown: string;
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
                    "application/json": components["schemas"]["TakedownView"];
                };
            };
        };
    };
    done: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                takedown: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProofRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TakedownView"];
                };
            };
        };
    };
}
