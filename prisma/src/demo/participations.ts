import type { BulkLoad } from "./bulk-load.ts";
import type { ProgrammeDistrict } from "./districts.ts";
import { type Families, homeCells } from "./families.ts";
import type { Members } from "./members.ts";
import type { Random } from "./random.ts";
import { table } from "./tables.ts";
import type { PlannedTraining } from "./trainings.ts";

const TRAINING_PARTICIPATION = table(
  "TrainingParticipation",
  "id",
  "trainingId",
  "memberId",
  "familyId",
  "attendanceRate",
  "certified",
  "localGovernmentId",
  "regionId",
  "sex",
);

/** Those of the training before that take part again. */
const COMES_BACK = 0.12;
/** A certificate takes this much attendance, in thousandths, and an exam that not everyone passes. */
const ATTENDANCE_FOR_CERTIFICATE = 800;
const PASSES = 0.92;

export async function loadParticipations(
  load: BulkLoad,
  random: Random,
  trainings: PlannedTraining[],
  members: Members,
  families: Families,
  districts: readonly ProgrammeDistrict[],
): Promise<void> {
  function* lines(): Generator<string> {
    let id = 0;
    for (const [index, training] of trainings.entries()) {
      for (const member of training.members) yield line(++id, index + 1, member);
      for (const member of training.before) if (random.chance(COMES_BACK)) yield line(++id, index + 1, member);
    }
  }
  function line(id: number, trainingId: number, member: number): string {
    const attendance = Math.round(1_000 * random.share(0.87, 1.1));
    const certified = attendance >= ATTENDANCE_FOR_CERTIFICATE && random.chance(PASSES);
    const family = members.family[member] ?? 0;
    const copies = `${homeCells(families, districts, family)},${members.isFemale[member] === 1 ? "FEMALE" : "MALE"}`;
    // Joined by hand, for no value here can hold a comma or a quote and there are more than a hundred thousand.
    return `${id},${trainingId},${member + 1},${family + 1},${(attendance / 1_000).toFixed(3)},${certified},${copies}`;
  }
  await load.load(TRAINING_PARTICIPATION, lines());
}
