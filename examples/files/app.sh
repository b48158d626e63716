#!/bin/sh
# The new code that fire-and-forget.cs deploys: says which configuration it was given.
sed -n 's/^workers = //p' "$(dirname "$0")/app.conf"
