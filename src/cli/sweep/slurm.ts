/** An array job for Slurm that runs the shards of a plan. */

export const slurmScript = (shards: number): string => `#!/bin/bash
# Runs the shards of this folder, one array task each:  sbatch slurm.sh
# A task that was killed is run again by the same command, and goes on where it was: sbatch --array=3,17 slurm.sh
# When all are done:  caregap sweep merge FOLDER
#SBATCH --job-name=caregap
#SBATCH --array=0-${shards - 1}
#SBATCH --ntasks=1
#SBATCH --cpus-per-task=1
#SBATCH --mem=1G
#SBATCH --time=24:00:00
#SBATCH --requeue
#SBATCH --open-mode=append
set -euo pipefail
# Slurm copies this script before it runs: the folder is where sbatch was called, unless CAREGAP_PLAN says otherwise.
plan="\${CAREGAP_PLAN:-$SLURM_SUBMIT_DIR}"
exec \${CAREGAP:-caregap} sweep run "$plan" --shard "$SLURM_ARRAY_TASK_ID" --workers "\${SLURM_CPUS_PER_TASK:-1}"
`;
