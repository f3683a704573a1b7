-- The first answer to a creating request, kept in the transaction that made it, for the second time it is asked.
create table idempotency_key (
    officer_id  uuid        not null,
    key         text        not null,
    fingerprint bytea       not null,
    response    jsonb,
    created_at  timestamptz not null,
    primary key (officer_id, key)
);
create index idempotency_key_age on idempotency_key (created_at);
