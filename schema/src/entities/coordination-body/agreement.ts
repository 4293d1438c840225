import { builder } from "../../builder.ts";

export const CoordinationAgreement = builder.prismaObject("CoordinationAgreement", {
  description: "An agreement of a coordination body.",
  select: { id: true },
  fields: (t) => ({
    code: t.exposeString("code", { description: "Code of the agreement." }),
    title: t.exposeString("title", { description: "What was agreed." }),
    agreedOn: t.expose("agreedOn", { type: "Date", description: "Day of the agreement." }),
  }),
});
