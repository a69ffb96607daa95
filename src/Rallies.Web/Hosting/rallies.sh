#!/bin/sh
# /usr/local/bin/rallies: a command of the site with the site's settings, as its user. sudo rallies admin link
if [ $# -eq 0 ]; then
    echo "Say which command: rallies --help. The site itself is started by: systemctl start rallies" >&2
    exit 2
fi
set -a
. /etc/rallies.env
exec runuser -u rallies -- /usr/bin/dotnet /opt/rallies/Rallies.Web.dll "$@"
