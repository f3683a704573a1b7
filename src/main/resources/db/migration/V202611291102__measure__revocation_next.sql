-- What follows where guardianship was not revoked: closer supervision, looked at again on a day, or another application.
alter table revocation add column next_step text, add column check_on date;
