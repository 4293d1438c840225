import { VerificationMethod } from "@chacra/prisma";
import { visibleById } from "../../access/rows.ts";
import { builder } from "../../builder.ts";
import { enumType } from "../../enum-type.ts";
import { ProvenanceType, provenanceDescription } from "../../provenance.ts";

export const VerificationMethodType = enumType(
  "VerificationMethod",
  VerificationMethod,
  "How an area was checked for coca.",
  {
    FIELD_VISIT: "A person walked the area.",
    SATELLITE_IMAGE: "A satellite image was read.",
    DRONE_SURVEY: "A drone flew over the area.",
  },
);

export const CocaFreeVerification = builder.prismaNode("CocaFreeVerification", {
  id: { field: "id" },
  findUnique: (id, context) => visibleById("CocaFreeVerification", id, context),
  nullable: true,
  select: { id: true },
  description: "A dated check of how much of an eradicated area is still without coca.",
  fields: (t) => ({
    code: t.exposeString("code", { description: "Code of the check." }),
    areaCode: t.exposeString("areaCode", {
      description: "Code of the eradicated area, which is checked again and again.",
    }),
    farm: t.relation("farm", { description: "The farm on which the area lies." }),
    verifiedOn: t.expose("verifiedOn", { type: "Date", description: "Day of the check." }),
    method: t.expose("method", { type: VerificationMethodType, description: "How it was checked." }),
    eradicatedHectares: t.exposeFloat("eradicatedHectares", {
      description: "Area on which coca had been eradicated, in hectares.",
    }),
    cocaFreeHectares: t.exposeFloat("cocaFreeHectares", {
      description: "Part of the area that was without coca on that day, in hectares.",
    }),
    supersededOn: t.expose("supersededOn", {
      type: "Date",
      nullable: true,
      description: "Day of the next check of the same area; null where this is the latest.",
    }),
    provenance: t.expose("provenance", { type: ProvenanceType, description: provenanceDescription }),
  }),
});
