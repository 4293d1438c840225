import { builder } from "../../builder.ts";

export const Source = builder.prismaNode("Source", {
  id: { field: "id" },
  nullable: true,
  select: { id: true },
  description: "Where a fact comes from.",
  fields: (t) => ({
    code: t.exposeString("code", { description: "Code of the source." }),
    title: t.exposeString("title", { description: "Title of the publication or data set." }),
    url: t.exposeString("url", { nullable: true, description: "Address on the web, where there is one." }),
    licence: t.exposeString("licence", { nullable: true, description: "Licence, where one is stated." }),
    retrievedOn: t.expose("retrievedOn", {
      type: "Date",
      nullable: true,
      description: "Day on which it was read, where known.",
    }),
  }),
});
