// Made by `npm run api` from api/openapi.json; not written by hand.
export interface paths {
    "/api/v1/access/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get/api/v1/access/setup"];
        put?: never;
        post: operations["post/api/v1/access/setup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post/api/v1/access/session"];
        delete: operations["delete/api/v1/access/session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post/api/v1/access/password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get/api/v1/access/sessions"];
        put?: never;
        post?: never;
        delete: operations["delete/api/v1/access/sessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["delete/api/v1/access/sessions/{id}"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get/api/v1/access/me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["patch/api/v1/access/me"];
        trace?: never;
    };
    "/api/v1/access/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["put/api/v1/access/me/password"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get/api/v1/access/users"];
        put?: never;
        post: operations["post/api/v1/access/users"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get/api/v1/access/users/{id}"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["patch/api/v1/access/users/{id}"];
        trace?: never;
    };
    "/api/v1/access/users/{id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post/api/v1/access/users/{id}/link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get/api/v1/access/keys"];
        put?: never;
        post: operations["post/api/v1/access/keys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["delete/api/v1/access/keys/{id}"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get/api/v1/access/audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/company": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get/api/v1/company"];
        put: operations["put/api/v1/company"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get/api/v1/views"];
        put?: never;
        post: operations["post/api/v1/views"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["put/api/v1/views/{id}"];
        post?: never;
        delete: operations["delete/api/v1/views/{id}"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @enum {string} */
        Language: "en" | "nl";
        /** @enum {string} */
        "api.Role": "admin" | "manager" | "analyst" | "agent" | "store" | "partner";
        /** @enum {string} */
        "api.KeyScope": "track" | "ingest" | "api" | "metrics";
        "api.ProblemField": {
            pointer: string;
            code: string;
            message: string;
        };
        "api.Problem": {
            type: string;
            title: string;
            status: number;
            code: string;
            retry_may_help: boolean;
            fields: components["schemas"]["api.ProblemField"][];
        };
        "access.User": {
            id: string;
            email: string;
            name: string;
            language: components["schemas"]["Language"];
            roles: components["schemas"]["api.Role"][];
            partner?: string | null;
            location?: string | null;
            active: boolean;
            has_password: boolean;
            /** Format: date-time */
            created: string;
            version: number;
        };
        "access.UserDraft": {
            email: string;
            name: string;
            language: components["schemas"]["Language"];
            roles: components["schemas"]["api.Role"][];
            partner?: string | null;
            location?: string | null;
        };
        "access.UserPatch": {
            email?: string;
            name?: string;
            language?: components["schemas"]["Language"];
            roles?: components["schemas"]["api.Role"][];
            partner?: string | null;
            location?: string | null;
            active?: boolean;
        };
        "access.Link": {
            path: string;
            /** Format: date-time */
            expires: string;
        };
        "access.InvitedUser": {
            user: components["schemas"]["access.User"];
            link: components["schemas"]["access.Link"];
        };
        "access.Key": {
            id: string;
            name: string;
            scope: components["schemas"]["api.KeyScope"];
            roles: components["schemas"]["api.Role"][];
            partner?: string | null;
            location?: string | null;
            origins: string[];
            hint: string;
            /** Format: date-time */
            created: string;
            created_by: string;
            last_used?: string | null;
            revoked?: string | null;
        };
        "access.KeyDraft": {
            name: string;
            scope: components["schemas"]["api.KeyScope"];
            roles?: components["schemas"]["api.Role"][] | null;
            partner?: string | null;
            location?: string | null;
            origins?: string[] | null;
        };
        "access.NewKey": {
            key: components["schemas"]["access.Key"];
            secret: string;
        };
        "access.SetupState": {
            needed: boolean;
        };
        "access.SetupBody": {
            token: string;
            email: string;
            name: string;
            password: string;
            language?: components["schemas"]["Language"] | null;
        };
        "access.SignInBody": {
            email: string;
            password: string;
        };
        "access.SessionItem": {
            id: string;
            /** Format: date-time */
            created: string;
            /** Format: date-time */
            last_seen: string;
            device: string;
            peer: string;
            current: boolean;
        };
        "access.MePatch": {
            name?: string;
            language?: components["schemas"]["Language"];
        };
        "access.PasswordBody": {
            old_password: string;
            password: string;
        };
        "access.LinkPasswordBody": {
            token: string;
            password: string;
        };
        "access.AuditEntry": {
            id: string;
            /** Format: date-time */
            ts: string;
            actor: string;
            actor_name?: string | null;
            peer: string;
            entity: string;
            entity_id: string;
            action: string;
            before: unknown;
            after: unknown;
        };
        "company.Settings": {
            name: string;
            zone: string;
            currency: string;
            language: components["schemas"]["Language"];
        };
        "views.View": {
            id: string;
            screen: string;
            name: string;
            shared: boolean;
            state: unknown;
            owner: string;
            version: number;
        };
        "views.Draft": {
            screen: string;
            name: string;
            shared: boolean;
            state: unknown;
        };
        "api.Page<access.SessionItem>": {
            items: components["schemas"]["access.SessionItem"][];
            next?: string | null;
        };
        "api.Page<access.User>": {
            items: components["schemas"]["access.User"][];
            next?: string | null;
        };
        "api.Page<access.Key>": {
            items: components["schemas"]["access.Key"][];
            next?: string | null;
        };
        "api.Page<access.AuditEntry>": {
            items: components["schemas"]["access.AuditEntry"][];
            next?: string | null;
        };
        "views.ViewList": {
            items: components["schemas"]["views.View"][];
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
    "get/api/v1/access/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["api.Problem"];
                };
            };
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["access.SetupState"];
                };
            };
        };
    };
    "post/api/v1/access/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["access.SetupBody"];
            };
        };
        responses: {
            /** @description Refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["api.Problem"];
                };
            };
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["access.User"];
                };
            };
        };
    };
    "post/api/v1/access/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["access.SignInBody"];
            };
        };
        responses: {
            /** @description Refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["api.Problem"];
                };
            };
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["access.User"];
                };
            };
        };
    };
    "delete/api/v1/access/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["api.Problem"];
                };
            };
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "post/api/v1/access/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["access.LinkPasswordBody"];
            };
        };
        responses: {
            /** @description Refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["api.Problem"];
                };
            };
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["access.User"];
                };
            };
        };
    };
    "get/api/v1/access/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["api.Problem"];
                };
            };
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["api.Page<access.SessionItem>"];
                };
            };
        };
    };
    "delete/api/v1/access/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["api.Problem"];
                };
            };
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "delete/api/v1/access/sessions/{id}": {
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
            /** @description Refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["api.Problem"];
                };
            };
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "get/api/v1/access/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["api.Problem"];
                };
            };
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["access.User"];
                };
            };
        };
    };
    "patch/api/v1/access/me": {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["access.MePatch"];
            };
        };
        responses: {
            /** @description Refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["api.Problem"];
                };
            };
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["access.User"];
                };
            };
        };
    };
    "put/api/v1/access/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["access.PasswordBody"];
            };
        };
        responses: {
            /** @description Refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["api.Problem"];
                };
            };
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "get/api/v1/access/users": {
        parameters: {
            query?: {
                after?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["api.Problem"];
                };
            };
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["api.Page<access.User>"];
                };
            };
        };
    };
    "post/api/v1/access/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["access.UserDraft"];
            };
        };
        responses: {
            /** @description Refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["api.Problem"];
                };
            };
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["access.InvitedUser"];
                };
            };
        };
    };
    "get/api/v1/access/users/{id}": {
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
            /** @description Refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["api.Problem"];
                };
            };
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["access.User"];
                };
            };
        };
    };
    "patch/api/v1/access/users/{id}": {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["access.UserPatch"];
            };
        };
        responses: {
            /** @description Refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["api.Problem"];
                };
            };
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["access.User"];
                };
            };
        };
    };
    "post/api/v1/access/users/{id}/link": {
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
            /** @description Refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["api.Problem"];
                };
            };
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["access.Link"];
                };
            };
        };
    };
    "get/api/v1/access/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["api.Problem"];
                };
            };
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["api.Page<access.Key>"];
                };
            };
        };
    };
    "post/api/v1/access/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["access.KeyDraft"];
            };
        };
        responses: {
            /** @description Refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["api.Problem"];
                };
            };
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["access.NewKey"];
                };
            };
        };
    };
    "delete/api/v1/access/keys/{id}": {
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
            /** @description Refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["api.Problem"];
                };
            };
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "get/api/v1/access/audit": {
        parameters: {
            query?: {
                entity?: string | null;
                id?: string | null;
                actor?: string | null;
                since?: string | null;
                after?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["api.Problem"];
                };
            };
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["api.Page<access.AuditEntry>"];
                };
            };
        };
    };
    "get/api/v1/company": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["api.Problem"];
                };
            };
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["company.Settings"];
                };
            };
        };
    };
    "put/api/v1/company": {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["company.Settings"];
            };
        };
        responses: {
            /** @description Refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["api.Problem"];
                };
            };
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["company.Settings"];
                };
            };
        };
    };
    "get/api/v1/views": {
        parameters: {
            query: {
                screen: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["api.Problem"];
                };
            };
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["views.ViewList"];
                };
            };
        };
    };
    "post/api/v1/views": {
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
                "application/json": components["schemas"]["views.Draft"];
            };
        };
        responses: {
            /** @description Refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["api.Problem"];
                };
            };
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["views.View"];
                };
            };
        };
    };
    "put/api/v1/views/{id}": {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["views.Draft"];
            };
        };
        responses: {
            /** @description Refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["api.Problem"];
                };
            };
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["views.View"];
                };
            };
        };
    };
    "delete/api/v1/views/{id}": {
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
            /** @description Refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["api.Problem"];
                };
            };
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
