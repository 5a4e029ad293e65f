using RegenTrack.EventStore.Schema;

namespace RegenTrack.Web.Auth;

/// <summary>Tables of accounts, clients, sessions and keys; the host applies them with the store's own.</summary>
public static class AuthSchema
{
    private static readonly IReadOnlyList<string> Statements =
    [
        """
        create table if not exists auth_accounts (
            id text primary key,
            name text not null,
            role text not null,
            password_hash text not null,
            must_change boolean not null,
            failures int not null default 0,
            locked_until timestamptz,
            locked boolean not null default false,
            created_at timestamptz not null,
            signed_in_at timestamptz)
        """,
        """
        create table if not exists auth_sessions (
            key text primary key,
            account text not null references auth_accounts (id) on delete cascade,
            ticket bytea not null,
            expires_at timestamptz not null)
        """,
        "create index if not exists auth_sessions_account on auth_sessions (account)",
        """
        create table if not exists auth_clients (
            id text primary key,
            name text not null,
            institution text not null,
            secret_hash bytea not null,
            generation int not null default 1,
            created_at timestamptz not null,
            revoked_at timestamptz)
        """,
        """
        create table if not exists auth_signing_keys (
            id text primary key,
            private_key text not null,
            created_at timestamptz not null,
            retired_at timestamptz)
        """,
        "create unique index if not exists auth_signing_keys_one on auth_signing_keys ((true)) where retired_at is null",
        """
        create table if not exists auth_protection_keys (
            name text primary key,
            xml text not null)
        """,
        """
        create table if not exists auth_log (
            position bigint generated always as identity primary key,
            at timestamptz not null,
            actor text not null,
            action text not null,
            subject text not null,
            source text)
        """,
        "create index if not exists auth_log_subject on auth_log (subject, at)",
        """
        alter table auth_clients alter column secret_hash drop not null,
            add column if not exists scopes text not null default 'system/*.cruds', add column if not exists keys_url text
        """,
        """
        create table if not exists auth_client_keys (
            client text not null references auth_clients (id),
            kid text not null,
            algorithm text not null,
            thumbprint text not null,
            jwk text not null,
            added_at timestamptz not null,
            primary key (client, kid))
        """,
        """
        create table if not exists auth_assertions (
            client text not null,
            jti bytea not null,
            expires_at timestamptz not null,
            primary key (client, jti))
        """,
        "create index if not exists auth_assertions_expiry on auth_assertions (expires_at)",
    ];

    /// <summary>Each statement is a step of its own; new ones are added at the end.</summary>
    public static IReadOnlyList<Migration> Steps { get; } = [.. Statements.Select((sql, index) => new Migration($"auth/{index + 1:000}", sql))];
}
