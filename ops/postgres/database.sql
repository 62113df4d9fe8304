-- One database of one service, with three roles. Docker's first start, the launcher and the tests all run this file.
-- Fill in the three placeholders, then run the statements one by one: those above the connect line on the
-- maintenance database as its superuser, those below it inside the new database. Who runs it again ignores
-- "already exists" (42710, 42P04), and then every password and grant is as written here. No statement holds
-- a semicolon of its own, and no comment below this line does either.
--
-- <db>_owner   logs in to migrate, owns the schema, and is no superuser: forced row-level security binds it too
-- <db>_app     logs in to serve and owns nothing
-- <db>_across  cannot log in. <db>_app steps into it by SET LOCAL ROLE to read across groups, and never inherits it

CREATE ROLE "${DATABASE}_owner" LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOBYPASSRLS NOREPLICATION;
ALTER ROLE "${DATABASE}_owner" PASSWORD '${OWNER_PASSWORD}';
CREATE ROLE "${DATABASE}_app" LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOBYPASSRLS NOREPLICATION;
ALTER ROLE "${DATABASE}_app" PASSWORD '${APP_PASSWORD}';
CREATE ROLE "${DATABASE}_across" NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOBYPASSRLS NOREPLICATION;
GRANT "${DATABASE}_across" TO "${DATABASE}_app" WITH INHERIT FALSE, SET TRUE, ADMIN FALSE;
CREATE DATABASE "${DATABASE}" OWNER "${DATABASE}_owner" ENCODING 'UTF8' TEMPLATE template0;
REVOKE ALL ON DATABASE "${DATABASE}" FROM PUBLIC;
GRANT CONNECT ON DATABASE "${DATABASE}" TO "${DATABASE}_app";
\connect "${DATABASE}"
ALTER SCHEMA public OWNER TO "${DATABASE}_owner";
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO "${DATABASE}_app", "${DATABASE}_across";
