-- A protected address (法发〔2022〕10号 第四条): where a moved victim, a shelter or a foster family lives stands for nobody but
-- those who place children. Why is ciphertext, as the address is.
alter table household
    add protected_since  timestamptz,
    add protected_by     uuid references officer,
    add protected_reason bytea,
    add check ((protected_since is null) = (protected_by is null)),
    add check ((protected_since is null) = (protected_reason is null));
