import type { Role } from "@chacra/schema";
import Table from "cli-table3";
import { createKey, listKeys, revokeKeys } from "../access/api-key.ts";
import { CommandError } from "../command-error.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import type { Settings } from "../settings.ts";
import { withMigrated } from "./with-database.ts";

export interface KeyOptions {
  role: Role;
  label: string;
  partner?: string;
  regions?: string[];
  purpose?: string;
  expires: Date;
}

/** `chacra key create`: prints the new key, alone on stdout, for it is shown this once. */
export async function runKeyCreate({ location }: Settings, options: KeyOptions): Promise<ExitCode> {
  const { role, label, partner, regions, purpose, expires } = options;
  if ((role === "partner") !== Boolean(partner && regions)) {
    throw refused("--partner NAME and --regions 22,10 belong to --role partner, and to it alone.");
  }
  if ((role === "partner" || role === "steward") && !purpose) {
    throw refused(`--purpose is missing: say what the ${role} wants the data for; it stands in the audit log.`);
  }
  if (expires <= new Date()) throw refused("--expires lies in the past.");
  return withMigrated(location, async ({ prisma }) => {
    const known = await prisma.region.findMany({ where: { ubigeo: { in: regions ?? [] } }, select: { ubigeo: true } });
    const unknown = (regions ?? []).filter((ubigeo) => !known.some((region) => region.ubigeo === ubigeo));
    if (unknown.length > 0)
      throw refused(
        `--regions: there is no region ${unknown.join(", ")}; a region has a code of two digits, such as 22.`,
      );
    const { key, prefix } = await createKey(prisma, { role, label, partner, regions, purpose, expiresAt: expires });
    console.error(`Key ${prefix} of the role ${role}, good until ${day(expires)}. Keep it now: it is not shown again.`);
    console.log(key);
    return exitCodes.done;
  });
}

/** `chacra key list`: never the keys themselves. */
export function runKeyList({ location }: Settings, search?: string): Promise<ExitCode> {
  return withMigrated(location, async ({ prisma }) => {
    const table = new Table({
      head: ["Prefix", "Role", "Label", "Partner", "Regions", "Purpose", "Made", "Ends", "Last used"],
      style: { head: [], border: [] },
    });
    for (const key of await listKeys(prisma, search)) {
      const { prefix, role, label, partner, regions, purpose, createdAt, expiresAt, revokedAt, lastUsedAt } = key;
      const end = revokedAt ? `revoked ${day(revokedAt)}` : day(expiresAt);
      table.push([
        prefix,
        role.toLowerCase(),
        label,
        partner ?? "",
        regions.join(" "),
        purpose ?? "",
        day(createdAt),
        end,
        day(lastUsedAt),
      ]);
    }
    console.log(table.toString());
    return exitCodes.done;
  });
}

/** `chacra key revoke`: the key opens nothing after a second at most. */
export function runKeyRevoke({ location }: Settings, prefix: string): Promise<ExitCode> {
  return withMigrated(location, async ({ prisma }) => {
    const revoked = await revokeKeys(prisma, { prefix });
    if (revoked === 0) throw refused(`There is no key ${prefix} that is in force; \`chacra key list\` shows them.`);
    console.error(`Key ${prefix} is revoked.`);
    return exitCodes.done;
  });
}

const day = (date: Date | null): string => date?.toISOString().slice(0, 10) ?? "";

const refused = (message: string) => new CommandError(exitCodes.refused, message);
