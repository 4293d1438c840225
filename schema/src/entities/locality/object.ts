import { builder } from "../../builder.ts";
import { Coordinates, point } from "../../coordinates.ts";
import { ProvenanceType, provenanceDescription } from "../../provenance.ts";
import { InternetService } from "./internet-service.ts";

export const Locality = builder.prismaNode("Locality", {
  id: { field: "id" },
  nullable: true,
  select: { id: true },
  description: "A populated centre: a named inhabited place within a district.",
  fields: (t) => ({
    code: t.exposeString("code", { description: "Code of 10 digits; the first six are the district's ubigeo." }),
    name: t.exposeString("name", { description: "Name in Spanish." }),
    coordinates: t.field({
      type: Coordinates,
      nullable: true,
      description: "Where the locality lies, where known.",
      select: { latitude: true, longitude: true },
      resolve: point,
    }),
    localGovernment: t.relation("localGovernment", { description: "The district government." }),
    region: t.relation("region", { description: "The region." }),
    connections: t.relation("services", {
      type: InternetService,
      description: "Internet services that reach the locality; empty when it is not connected.",
      query: { orderBy: { kind: "asc" } },
    }),
    provenance: t.expose("provenance", { type: ProvenanceType, description: provenanceDescription }),
  }),
});
