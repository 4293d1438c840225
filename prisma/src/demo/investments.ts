import type { InvestmentInstrument, InvestmentKind } from "../generated/client/enums.ts";
import type { BulkLoad } from "./bulk-load.ts";
import { money } from "./calibration.ts";
import { isoDay, LAST_DAY } from "./days.ts";
import { Mix, type Random } from "./random.ts";
import { table } from "./tables.ts";

/** The investments of one kind: amounts and days are planned, the rest is told row by row. */
export interface InvestmentBatch {
  kind: InvestmentKind;
  cents: Float64Array;
  committedOn: Uint16Array;
  /** Called once for each index, in order. */
  describe(index: number): InvestmentDetails;
}

export interface InvestmentDetails {
  instrument: InvestmentInstrument;
  funderId: number;
  interventionId: number;
  activityId: number | null;
  /** Where it is: the local government and its region. */
  governmentId: number;
  regionId: number;
  recipient: { familyId: number } | { governmentId: number } | { localityId: number } | { enterpriseId: number };
}

const INVESTMENT = table(
  "Investment",
  "id",
  "code",
  "kind",
  "instrument",
  "amount",
  "currency",
  "committedOn",
  "funderId",
  "interventionId",
  "activityId",
  "localGovernmentId",
  "regionId",
  "recipientFamilyId",
  "recipientLocalGovernmentId",
  "recipientLocalityId",
  "recipientEnterpriseId",
  "provenance",
);
const DISBURSEMENT = table("Disbursement", "id", "investmentId", "disbursedOn", "amount", "currency");

/** Investments whose last part had not been paid by the end of the period. */
const PART_UNPAID = 0.07;

export async function loadInvestments(load: BulkLoad, batches: InvestmentBatch[]): Promise<void> {
  function* lines(): Generator<string> {
    let id = 0;
    for (const { kind, cents, committedOn, describe } of batches) {
      for (let index = 0; index < cents.length; index++) {
        const { instrument, funderId, interventionId, activityId, governmentId, regionId, recipient } = describe(index);
        const code = `INV-${String(++id).padStart(8, "0")}`;
        // Joined by hand, for no value here can hold a comma or a quote; an absent recipient is an empty cell, a null.
        yield `${id},${code},${kind},${instrument},${money(cents[index] ?? 0)},USD,${isoDay(committedOn[index] ?? 0)},${funderId},${interventionId},${activityId ?? ""},${governmentId},${regionId},${recipientCells(recipient)},SYNTHETIC`;
      }
    }
  }
  await load.load(INVESTMENT, lines());
}

function recipientCells(recipient: InvestmentDetails["recipient"]): string {
  if ("familyId" in recipient) return `${recipient.familyId},,,`;
  if ("governmentId" in recipient) return `,${recipient.governmentId},,`;
  if ("localityId" in recipient) return `,,${recipient.localityId},`;
  return `,,,${recipient.enterpriseId}`;
}

/** Loads what was paid of each investment, in one to three parts; most were paid in full. */
export async function loadDisbursements(load: BulkLoad, random: Random, batches: InvestmentBatch[]): Promise<void> {
  const partCounts = new Mix([1, 56], [2, 33], [3, 11]);
  function* lines(): Generator<string> {
    let id = 0;
    let investmentId = 0;
    for (const { cents, committedOn } of batches) {
      for (let index = 0; index < cents.length; index++) {
        investmentId++;
        const parts = partCounts.draw(random);
        const unpaid = parts > 1 && random.chance(PART_UNPAID) ? 1 : 0;
        let left = cents[index] ?? 0;
        let day = committedOn[index] ?? 0;
        for (let part = 1; part <= parts - unpaid; part++) {
          const share = part === parts ? 1 : random.between(0.35, 0.65);
          const paid = Math.round(left * share);
          left -= paid;
          day += Math.ceil(Math.min(90, (LAST_DAY - day) / 2) * random.uniform());
          // Joined by hand, for numbers and dates hold neither comma nor quote.
          yield `${++id},${investmentId},${isoDay(day)},${money(paid)},USD`;
        }
      }
    }
  }
  await load.load(DISBURSEMENT, lines());
}
