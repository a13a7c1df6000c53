#!/usr/bin/env bash
#SBATCH --job-name=labs-grade
#SBATCH --array=1-4
#SBATCH --cpus-per-task=2
#SBATCH --mem=4G
#SBATCH --time=02:00:00
# Grades a class on a cluster, one shard a task. From the checkout, built (./labs.sh list builds it), where all nodes see it:
#
#   sbatch --array=1-8 labs/slurm-grade.sh 03 SUBMISSIONS OUT SEED [more options of labs grade]
#
# and when the array is done:
#
#   ./labs.sh grade merge OUT/shard-*/grades.results --submissions SUBMISSIONS --out OUT/grades.csv
#
# All shards need the same SEED, a number that students do not know. A task that is requeued goes on where it was.
set -eu
if [ $# -lt 4 ]; then
    echo 'usage: sbatch --array=1-N labs/slurm-grade.sh LAB SUBMISSIONS OUT SEED [options of labs grade]' >&2
    exit 2
fi
lab=$1 submissions=$2 out=$3 seed=$4
shift 4

cd "$SLURM_SUBMIT_DIR"
exec dotnet artifacts/bin/CourseLabs.Cli/debug/labs.dll grade "$lab" --submissions "$submissions" --seed "$seed" \
    --shard "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_MAX" --out "$out/shard-$SLURM_ARRAY_TASK_ID/grades.csv" \
    --jobs "${SLURM_CPUS_PER_TASK:-1}" "$@"
