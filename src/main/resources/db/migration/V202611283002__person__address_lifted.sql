-- Why the protection of an address was lifted stays beside the address, ciphertext as the reason for setting it was.
alter table household add lifted_reason bytea;
