import { type ChacraClient, graphql } from "@chacra/sdk";

const Who = graphql("query Who { viewer { role regions { ubigeo } } }");

const MayRead = graphql("query MayRead($type: String!) { viewer { can(type: $type) { read } } }");

/** Who the key makes us, in words that stay the same: "PARTNER of 10, 22". */
export async function callerOf(chacra: ChacraClient, signal: AbortSignal): Promise<string> {
  const { viewer } = await chacra.query(Who, {}, { signal });
  const regions = viewer.regions?.map(({ ubigeo }) => ubigeo).sort();
  return regions ? `${viewer.role} of ${regions.join(", ")}` : viewer.role;
}

/** Whether records of a type are shown to the caller at all. */
export async function mayRead(chacra: ChacraClient, type: string, signal: AbortSignal): Promise<boolean> {
  const { viewer } = await chacra.query(MayRead, { type }, { signal });
  return viewer.can.read;
}
