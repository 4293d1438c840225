import { Sex } from "@chacra/prisma";
import { visibleById } from "../../access/rows.ts";
import { builder } from "../../builder.ts";
import { enumType } from "../../enum-type.ts";
import { ProvenanceType, provenanceDescription } from "../../provenance.ts";

export const SexType = enumType("Sex", Sex, "Sex of a person, as registered.", {
  FEMALE: "A woman or girl.",
  MALE: "A man or boy.",
});

export const FamilyMember = builder.prismaNode("FamilyMember", {
  id: { field: "id" },
  findUnique: (id, context) => visibleById("FamilyMember", id, context),
  nullable: true,
  select: { id: true },
  description: "A person of an assisted family; all but stewards know the person under a pseudonym.",
  fields: (t) => ({
    code: t.exposeString("code", { description: "Pseudonymous code of the person." }),
    name: t.exposeString("name", {
      nullable: true,
      description: "Full name. For stewards with a stated purpose only; each read is written to the audit log.",
    }),
    nationalId: t.exposeString("nationalId", {
      nullable: true,
      description:
        "Number of the national identity document. For stewards with a stated purpose only; each read is written to the audit log.",
    }),
    family: t.relation("family", { description: "The person's family." }),
    sex: t.expose("sex", { type: SexType, description: "Sex, as registered." }),
    birthYear: t.exposeInt("birthYear", { description: "Year of birth." }),
    isHead: t.exposeBoolean("isHead", {
      description: "Whether the others recognise the person as head of the household.",
    }),
    provenance: t.expose("provenance", { type: ProvenanceType, description: provenanceDescription }),
  }),
});
