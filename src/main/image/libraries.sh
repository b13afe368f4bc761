#!/bin/sh
# Completes the image's files, beside a Java runtime in opt/java: the C libraries that it needs, taken from this machine,
# and a user to run as.
set -eu
root=$1

# Not those for screens and sound: the program draws nothing.
find "$root/opt/java" -type f \( -name '*.so' -o -path '*/bin/java' \) \
  ! -name 'libawt*' ! -name 'libjawt*' ! -name 'libsplashscreen*' ! -name 'libfontmanager*' ! -name 'libjsound*' \
  -exec ldd {} + |
  sed -n 's|.*[[:space:]]\(/lib[^ ]*\) (0x.*|\1|p' | sort -u |
  while read -r library; do
    mkdir -p "$root$(dirname "$library")"
    cp -L "$library" "$root$library"
  done
if [ -z "$(find "$root" -name 'ld-linux*')" ]; then
  echo "libraries.sh: no C library was found: build the image on Linux with glibc" >&2
  exit 1
fi
mkdir -p "$root/etc" "$root/tmp"
echo 'estate:x:10001:10001:NHS web estate:/tmp:/sbin/nologin' >"$root/etc/passwd"
echo 'estate:x:10001:' >"$root/etc/group"
echo 'hosts: files dns' >"$root/etc/nsswitch.conf"
