import type { Actors } from "./actors.ts";
import type { BulkLoad } from "./bulk-load.ts";
import { atScale } from "./calibration.ts";
import { dayOf, isoDay, LAST_DAY, LAST_YEAR } from "./days.ts";
import type { ProgrammeDistrict } from "./districts.ts";
import type { Families } from "./families.ts";
import type { Members } from "./members.ts";
import { visitAll } from "./pause.ts";
import { chooseExactly, Mix, type Random, type Streams } from "./random.ts";
import { sortByKey } from "./sort.ts";
import { table } from "./tables.ts";
import { TOPICS, type TopicPlan, trainingCarrier } from "./training-topics.ts";

/** A training with its people: a stretch of the topic's list, which is in order of district and enrolment. */
export interface PlannedTraining {
  plan: TopicPlan;
  /** The place in the list of programme districts. */
  district: number;
  startsOn: number;
  endsOn: number;
  /** Indexes of the members that attend. */
  members: Int32Array;
  /** The people of the topic's training before this one in the district; some of them come back. */
  before: Int32Array;
}

const TRAINING = table(
  "Training",
  "id",
  "code",
  "title",
  "topic",
  "modality",
  "startsOn",
  "endsOn",
  "hours",
  "organizationId",
  "localGovernmentId",
  "regionId",
  "interventionId",
  "activityId",
  "provenance",
);

/** Who enrolled later could not finish the longest training within the period. */
const LAST_ENROLMENT = dayOf("2022-05-31");
const PERIOD = LAST_DAY + 1;
const YOUNGEST = 15;
const OLDEST = 78;
const NOBODY: Int32Array = new Int32Array(0);

/** All trainings of all topics in order of their first day. */
export async function planTrainings(
  random: Random,
  families: Families,
  members: Members,
  districtCount: number,
  scale: number,
): Promise<PlannedTraining[]> {
  const trainings: PlannedTraining[] = [];
  for (const plan of TOPICS) {
    const people = await choosePeople(random, plan, families, members, districtCount, scale);
    await formGroups(random, plan, people, families, members, trainings);
  }
  // Sorting is stable, so trainings that begin on one day stay in order of topic and district.
  return trainings.sort((a, b) => a.startsOn - b.startsOn);
}

/** Exactly as many distinct members as the topic asks for, in order of district and enrolment. */
async function choosePeople(
  random: Random,
  plan: TopicPlan,
  families: Families,
  members: Members,
  districtCount: number,
  scale: number,
): Promise<Int32Array> {
  const wanted = atScale(plan.people, scale, 3);
  const candidates = new Int32Array(members.count);
  let count = 0;
  await visitAll(members.count, (member) => {
    const age = LAST_YEAR - (members.birthYear[member] ?? LAST_YEAR);
    const enrolledOn = families.enrolledOn[members.family[member] ?? 0] ?? LAST_DAY;
    if (age < YOUNGEST || age > OLDEST || enrolledOn > LAST_ENROLMENT) return;
    if (random.chance(plan.interest(age))) candidates[count++] = member;
  });
  const chosen = Int32Array.from(chooseExactly(random, wanted, count), (place) => candidates[place] ?? 0);
  return sortByKey(chosen, districtCount * PERIOD, (member) => {
    const family = members.family[member] ?? 0;
    return (families.district[family] ?? 0) * PERIOD + (families.enrolledOn[family] ?? 0);
  });
}

async function formGroups(
  random: Random,
  plan: TopicPlan,
  people: Int32Array,
  families: Families,
  members: Members,
  trainings: PlannedTraining[],
): Promise<void> {
  const familyOf = (place: number) => members.family[people[place] ?? 0] ?? 0;
  let from = 0;
  let size = 0;
  let before: Int32Array = NOBODY;
  await visitAll(people.length, (place) => {
    if (place === from) size = random.whole(...plan.group);
    const district = families.district[familyOf(place)] ?? 0;
    const isLast = place + 1 === people.length;
    const nextIsElsewhere = isLast || families.district[familyOf(place + 1)] !== district;
    if (place + 1 - from < size && !nextIsElsewhere) return;
    const length = random.whole(...plan.days);
    // The group is in order of enrolment, so the last one in it is the one to wait for.
    const earliest = (families.enrolledOn[familyOf(place)] ?? 0) + 7;
    const startsOn = Math.round(earliest + (LAST_DAY - length - earliest) * random.share(0.3, 0.9));
    const group = people.subarray(from, place + 1);
    trainings.push({ plan, district, startsOn, endsOn: startsOn + length, members: group, before });
    before = nextIsElsewhere ? NOBODY : group;
    from = place + 1;
  });
}

export async function loadTrainings(
  load: BulkLoad,
  streams: Streams,
  trainings: PlannedTraining[],
  districts: ProgrammeDistrict[],
  actors: Actors,
): Promise<void> {
  const random = streams("courses");
  const mixes = new Map(
    TOPICS.map((plan) => [
      plan,
      { modalities: new Mix(...plan.modalities), interventions: new Mix(...plan.interventions) },
    ]),
  );
  function* lines(): Generator<string> {
    for (const [index, { plan, district, startsOn, endsOn }] of trainings.entries()) {
      const place = districts[district] as ProgrammeDistrict;
      const mix = mixes.get(plan);
      const { organization, activity } = trainingCarrier(random, plan.topic, place.region, startsOn);
      const cells = [
        index + 1,
        `TRN-${String(index + 1).padStart(7, "0")}`,
        random.pick(plan.titles),
        plan.topic,
        mix?.modalities.draw(random),
        isoDay(startsOn),
        isoDay(endsOn),
        random.whole(...plan.hours),
        actors.organizations.of(organization),
        place.governmentId,
        place.regionId,
        actors.interventions.of(mix?.interventions.draw(random) ?? ""),
        actors.activities.orNull(activity),
        "SYNTHETIC",
      ];
      // Joined by hand, for the titles above hold neither comma nor quote.
      yield cells.join(",");
    }
  }
  await load.load(TRAINING, lines());
}
