#!/bin/sh
# Builds all lessons as an array of jobs and joins them: sh submit.sh [SHARES]. Run it in the folder of your lessons.
set -eu
here=$(dirname "$0")
array=$(sbatch --parsable --array="1-${1:-8}" "$here/array.sbatch")
# A cluster may add its name after a semicolon.
array=${array%%;*}
sbatch --parsable --dependency="afterok:$array" --kill-on-invalid-dep=yes --export="ALL,ARRAY=$array" "$here/merge.sbatch"
