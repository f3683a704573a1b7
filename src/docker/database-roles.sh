#!/bin/sh
# Owner migrates, application runs and owns nothing, reader reports.
set -e
psql -v ON_ERROR_STOP=1 --username postgres \
  -v owner="$OWNER_PASSWORD" -v app="$APP_PASSWORD" -v reader="$READER_PASSWORD" -v keycloak="$KEYCLOAK_DB_PASSWORD" <<'SQL'
create role shouwang_owner login password :'owner';
create role shouwang_app login password :'app' nosuperuser nobypassrls;
create role shouwang_reader login password :'reader' nosuperuser nobypassrls;
create role keycloak login password :'keycloak';
create database shouwang owner shouwang_owner;
create database keycloak owner keycloak;
SQL
