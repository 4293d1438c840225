import { visibleById } from "../../access/rows.ts";
import { builder } from "../../builder.ts";
import { Coordinates, point } from "../../coordinates.ts";
import { ProvenanceType, provenanceDescription } from "../../provenance.ts";
import { FarmCertification } from "./certification.ts";

export const Farm = builder.prismaNode("Farm", {
  id: { field: "id" },
  findUnique: (id, context) => visibleById("Farm", id, context),
  nullable: true,
  select: { id: true },
  description: "A farm: all land that a family works as one productive unit.",
  fields: (t) => ({
    code: t.exposeString("code", { description: "Code of the farm; says nothing of where it lies." }),
    family: t.relation("family", { description: "The family that works the farm." }),
    localGovernment: t.relation("localGovernment", { description: "The district government where the farm lies." }),
    region: t.relation("region", { description: "The region where the farm lies." }),
    coordinates: t.field({
      type: Coordinates,
      nullable: true,
      description: "Where the farm lies.",
      select: { latitude: true, longitude: true },
      resolve: point,
    }),
    altitude: t.exposeInt("altitude", { description: "Altitude in metres above sea level." }),
    hectares: t.exposeFloat("hectares", {
      description: "Area of the farm in hectares.",
    }),
    certifications: t.relation("certifications", {
      type: FarmCertification,
      description: "Certificates of the farm.",
      query: { orderBy: [{ validFrom: "asc" }, { kind: "asc" }] },
    }),
    provenance: t.expose("provenance", { type: ProvenanceType, description: provenanceDescription }),
  }),
});
