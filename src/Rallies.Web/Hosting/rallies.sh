#!/bin/sh
# /usr/local/bin/rallies: a command of the site with the site's settings, as its user. sudo rallies admin link
set -a
. /etc/rallies.env
exec runuser -u rallies -- /usr/bin/dotnet /opt/rallies/Rallies.Web.dll "$@"
