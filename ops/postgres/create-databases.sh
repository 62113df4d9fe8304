#!/usr/bin/env bash
# First start of the postgres container: one database with its roles for each name in DATABASES.
set -euo pipefail

for database in $DATABASES; do
  owner="${database^^}_DB_OWNER_PASSWORD"
  app="${database^^}_DB_APP_PASSWORD"
  sed -e "s/\${DATABASE}/$database/g" -e "s/\${OWNER_PASSWORD}/${!owner}/g" -e "s/\${APP_PASSWORD}/${!app}/g" \
    /clearpost/database.sql | psql --quiet --set ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname postgres
done
